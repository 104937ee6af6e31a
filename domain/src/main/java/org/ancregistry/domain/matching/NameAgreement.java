package org.ancregistry.domain.matching;

import java.util.List;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * How two names agree, part by part.
 *
 * @param covered whether no given name of one side, nor an initial that may be one, is lacking on the other
 * @param same whether they have the same words, in whatever order, and no others
 * @param familyRarity by how much the family name that agrees is rarer than most
 * @param givenRarity by how much the given names that agree are
 */
record NameAgreement(
        FamilyLevel family,
        GivenLevel given,
        InitialsLevel initials,
        HouseLevel house,
        boolean covered,
        boolean same,
        double familyRarity,
        double givenRarity) {

    static NameAgreement of(NameWords one, NameWords other) {
        var alignment = new NameAlignment(one, other);
        var given = given(alignment);
        return new NameAgreement(
                family(alignment),
                given,
                alignment.initials(),
                house(alignment),
                alignment.covers(),
                one.text().equals(other.text()),
                alignment.familyPair().map(NamePair::rarity).orElse(1.0),
                rarity(given, alignment));
    }

    private static FamilyLevel family(NameAlignment alignment) {
        return alignment
                .familyPair()
                .map(pair -> pair.same() ? FamilyLevel.SAME : FamilyLevel.CLOSE)
                .orElse(
                        alignment.contradicts(Role.FAMILY) || alignment.fatherDiffers()
                                ? FamilyLevel.DIFFERENT
                                : FamilyLevel.NOT_WRITTEN_OUT);
    }

    private static HouseLevel house(NameAlignment alignment) {
        if (alignment.pairs().stream().anyMatch(NamePair::house)) {
            return HouseLevel.SAME;
        }
        return alignment.contradicts(Role.HOUSE) ? HouseLevel.DIFFERENT : HouseLevel.MISSING;
    }

    private static GivenLevel given(NameAlignment alignment) {
        var names = alignment.givenPairs();
        if (!names.isEmpty()) {
            var unclear = names.stream().allMatch(NamePair::hasFamily) && alignment.contradicts();
            return unclear || alignment.contradicts(Role.GIVEN) ? GivenLevel.MIXED : written(names);
        }
        return alignment.contradicts(Role.GIVEN) ? GivenLevel.CONTRADICTORY : GivenLevel.MISSING;
    }

    private static double rarity(GivenLevel given, NameAlignment alignment) {
        return given == GivenLevel.SEVERAL_SAME || given == GivenLevel.ONE_SAME || given == GivenLevel.MIXED
                ? alignment.givenPairs().stream().mapToDouble(NamePair::rarity).reduce(1, (one, other) -> one * other)
                : 1;
    }

    private static GivenLevel written(List<NamePair> names) {
        var same = names.stream().filter(NamePair::same).count();
        if (same == 0) {
            return GivenLevel.CLOSE;
        }
        return same == 1 ? GivenLevel.ONE_SAME : GivenLevel.SEVERAL_SAME;
    }

    List<Level> levels() {
        return List.of(family, given, initials, house);
    }

    List<Likelihoods> likelihoods(MatchingParameters parameters) {
        return List.of(
                parameters.of(family).rarer(familyRarity, true),
                parameters.of(given).rarer(givenRarity, false),
                parameters.of(initials),
                parameters.of(house));
    }

    /**
     * Whether names written out on both sides agree so far that they are hardly another woman's. A given name that only
     * one side has may be the one that tells twins apart.
     */
    boolean strong() {
        return covered
                && (given == GivenLevel.SEVERAL_SAME
                        || (given == GivenLevel.ONE_SAME
                                && (family == FamilyLevel.SAME || family == FamilyLevel.CLOSE)));
    }

    double bits(MatchingParameters parameters) {
        return likelihoods(parameters).stream().mapToDouble(Likelihoods::bits).sum();
    }

    FieldResult result() {
        if (same) {
            return FieldResult.SAME;
        }
        var agrees = family == FamilyLevel.SAME || family == FamilyLevel.CLOSE;
        return switch (given) {
            case CONTRADICTORY -> FieldResult.DIFFERENT;
            case SEVERAL_SAME, ONE_SAME, CLOSE -> FieldResult.CLOSE;
            default -> agrees ? FieldResult.CLOSE : FieldResult.DIFFERENT;
        };
    }
}
