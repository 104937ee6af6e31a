package org.ancregistry.domain.matching;

import java.util.List;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * How two names agree, part by part.
 *
 * @param same whether they have the same words, in whatever order, and no others
 */
record NameAgreement(FamilyLevel family, GivenLevel given, HouseLevel house, boolean same) {

    static NameAgreement of(NameWords one, NameWords other) {
        var alignment = new NameAlignment(one, other);
        var family = family(alignment);
        var given = given(alignment, someGiven(one) && someGiven(other));
        return new NameAgreement(family, given, house(alignment), same(one, other));
    }

    private static boolean someGiven(NameWords name) {
        return !name.initials().isEmpty()
                || (name.words().size() > 1 && name.words().stream().anyMatch(word -> word.role() == Role.GIVEN));
    }

    private static FamilyLevel family(NameAlignment alignment) {
        return alignment
                .familyPair()
                .map(pair -> pair.same() ? FamilyLevel.SAME : FamilyLevel.CLOSE)
                .orElse(alignment.contradicts(Role.FAMILY) ? FamilyLevel.DIFFERENT : FamilyLevel.NOT_WRITTEN_OUT);
    }

    private static HouseLevel house(NameAlignment alignment) {
        if (alignment.pairs().stream().anyMatch(NameAlignment.Pair::house)) {
            return HouseLevel.SAME;
        }
        return alignment.contradicts(Role.HOUSE) ? HouseLevel.DIFFERENT : HouseLevel.MISSING;
    }

    private static GivenLevel given(NameAlignment alignment, boolean bothHaveSome) {
        var family = alignment.familyPair();
        var names = alignment.pairs().stream()
                .filter(pair -> !pair.house() && family.filter(pair::equals).isEmpty())
                .toList();
        if (!names.isEmpty()) {
            var unclear = names.stream().allMatch(NameAlignment.Pair::hasFamily) && alignment.contradicts();
            return unclear || alignment.contradicts(Role.GIVEN) ? GivenLevel.MIXED : written(names);
        }
        return bothHaveSome ? byInitials(alignment) : GivenLevel.MISSING;
    }

    private static GivenLevel written(List<NameAlignment.Pair> names) {
        var same = names.stream().filter(NameAlignment.Pair::same).count();
        if (same == 0) {
            return GivenLevel.CLOSE;
        }
        return same == 1 ? GivenLevel.ONE_SAME : GivenLevel.SEVERAL_SAME;
    }

    private static GivenLevel byInitials(NameAlignment alignment) {
        var fitting = alignment.explained(Role.GIVEN) + alignment.explained(Role.FAMILY) + alignment.sharedInitials();
        if (fitting == 0 && alignment.explained(Role.HOUSE) > 0 && !alignment.initialsLeft()) {
            return GivenLevel.MISSING;
        }
        if (alignment.contradicts(Role.GIVEN) || fitting == 0) {
            return GivenLevel.CONTRADICTORY;
        }
        return alignment.initialsLeft() ? GivenLevel.INITIALS_PARTLY : GivenLevel.INITIALS;
    }

    private static boolean same(NameWords one, NameWords other) {
        return texts(one).equals(texts(other))
                && one.initials().stream()
                        .sorted()
                        .toList()
                        .equals(other.initials().stream().sorted().toList());
    }

    private static List<String> texts(NameWords name) {
        return name.words().stream().map(NameWord::text).sorted().toList();
    }

    List<Likelihoods> likelihoods() {
        return List.of(family.likelihoods(), given.likelihoods(), house.likelihoods());
    }

    /** Whether names written out on both sides agree so far that they are hardly another woman's. */
    boolean strong() {
        return given == GivenLevel.SEVERAL_SAME
                || (given == GivenLevel.ONE_SAME && (family == FamilyLevel.SAME || family == FamilyLevel.CLOSE));
    }

    double bits() {
        return likelihoods().stream().mapToDouble(Likelihoods::bits).sum();
    }

    FieldResult result() {
        if (same) {
            return FieldResult.SAME;
        }
        return given != GivenLevel.CONTRADICTORY && bits() > 0 ? FieldResult.CLOSE : FieldResult.DIFFERENT;
    }
}
