package org.ancregistry.domain.matching;

import org.ancregistry.domain.person.Demographics;

/** Judges whether two descriptions are of one woman. */
public interface PersonScorer {

    /**
     * Compares field by field.
     *
     * @param given what is known of the woman who is present, verified or told
     * @param recorded what a record says
     */
    Comparison compare(Demographics given, Demographics recorded);
}
