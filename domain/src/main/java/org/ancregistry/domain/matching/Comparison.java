package org.ancregistry.domain.matching;

import java.util.List;

/**
 * What speaks for and against two descriptions being of one woman. It advises; a person decides.
 *
 * @param score probability, from 0 to 1, that it is the same woman
 * @param grade how sure that is, after the vetoes
 * @param fields field by field
 * @param likelyRelative whether a relative of the same household explains it better: a sister, a twin
 */
public record Comparison(double score, MatchGrade grade, List<FieldComparison> fields, boolean likelyRelative) {

    public Comparison {
        fields = List.copyOf(fields);
    }
}
