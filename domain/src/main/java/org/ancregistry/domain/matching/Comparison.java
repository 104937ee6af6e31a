package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Set;

/**
 * What speaks for and against two descriptions being of one woman. It advises; a person decides.
 *
 * @param score probability, from 0 to 1, that it is the same woman
 * @param grade how sure that is, after the vetoes
 * @param fields field by field
 * @param likelyRelative whether a relative of the same household explains it better: a sister, a twin
 */
public record Comparison(double score, MatchGrade grade, List<FieldComparison> fields, boolean likelyRelative) {

    private static final Set<String> MORE = Set.of("nationalId", "phone", "address");

    public Comparison {
        fields = List.copyOf(fields);
    }

    /**
     * Whether a person has to look before a second record or number is made. A name and a birthday alone are shared by
     * strangers in a whole country: they are shown, and stop nobody.
     */
    public boolean isWorthStopping() {
        return grade == MatchGrade.CERTAIN
                || (grade == MatchGrade.PROBABLE && fields.stream().anyMatch(Comparison::agreesOnMore));
    }

    private static boolean agreesOnMore(FieldComparison field) {
        return MORE.contains(field.name())
                && (field.result() == FieldResult.SAME || field.result() == FieldResult.CLOSE);
    }
}
