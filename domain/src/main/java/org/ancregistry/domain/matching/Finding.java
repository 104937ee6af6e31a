package org.ancregistry.domain.matching;

import java.util.List;

/**
 * What comparing one field found.
 *
 * @param field as a midwife sees it
 * @param likelihoods what it weighs; a name weighs by several of its parts
 */
record Finding(FieldComparison field, List<Likelihoods> likelihoods) {

    static Finding of(FieldResult result, Sides sides, Likelihoods likelihoods) {
        return of(result, sides, List.of(likelihoods));
    }

    static Finding of(FieldResult result, Sides sides, List<Likelihoods> likelihoods) {
        var bits = likelihoods.stream().mapToDouble(Likelihoods::bits).sum();
        return new Finding(
                new FieldComparison(sides.name(), result, sides.given(), sides.recorded(), bits), likelihoods);
    }

    static Finding missing(Sides sides) {
        return of(FieldResult.MISSING, sides, Likelihoods.NEUTRAL);
    }
}
