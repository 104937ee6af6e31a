package org.ancregistry.domain.matching;

import java.util.List;

/**
 * What comparing one field found.
 *
 * @param field as a midwife sees it
 * @param levels how well it agrees; a name is compared in several parts, a missing value in none
 * @param likelihoods what each weighs
 */
record Finding(FieldComparison field, List<Level> levels, List<Likelihoods> likelihoods) {

    static Finding of(FieldResult result, Sides sides, Level level, Likelihoods likelihoods) {
        return of(result, sides, List.of(level), List.of(likelihoods));
    }

    static Finding of(FieldResult result, Sides sides, List<Level> levels, List<Likelihoods> likelihoods) {
        var bits = likelihoods.stream().mapToDouble(Likelihoods::bits).sum();
        var relativeBits =
                likelihoods.stream().mapToDouble(Likelihoods::relativeBits).sum();
        return new Finding(
                new FieldComparison(sides.name(), result, sides.given(), sides.recorded(), bits, relativeBits),
                levels,
                likelihoods);
    }

    static Finding missing(Sides sides) {
        return of(FieldResult.MISSING, sides, List.of(), List.of());
    }
}
