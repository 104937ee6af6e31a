package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalIdHashes;
import org.jspecify.annotations.Nullable;

/**
 * Weighs each field by how often it agrees by chance (Fellegi and Sunter), in three cases: the same woman, an unrelated
 * one, a relative.
 */
public final class FellegiSunterScorer implements PersonScorer {

    /** Below this a place is a misspelling more likely than a hamlet. */
    private static final double LEAST_SHARE = 0.0002;

    /** How much of what a second place says is not said by the first already. */
    private static final double NOT_YET_SAID = 0.3;

    private final Prior prior;
    private final MatchingParameters parameters;
    private final RegistryStatistics statistics;

    /** With the parameters that are shipped, and nothing known of how common a name is. */
    public FellegiSunterScorer(Prior prior) {
        this(prior, MatchingParameters.shipped(), RegistryStatistics.NONE);
    }

    public FellegiSunterScorer(Prior prior, MatchingParameters parameters, RegistryStatistics statistics) {
        this.prior = prior;
        this.parameters = parameters;
        this.statistics = statistics;
    }

    @Override
    public Comparison compare(Demographics given, Demographics recorded) {
        return compare(MatchPerson.of(given, Set.of(), statistics), MatchPerson.of(recorded, Set.of(), statistics));
    }

    /** The same for two who were taken apart before. */
    public Comparison compare(MatchPerson given, MatchPerson recorded) {
        var name = Names.best(given.names(), recorded.names(), parameters);
        var findings = findings(given, recorded, name);
        var posterior = Posterior.of(prior, findings);
        var vetoes = new Vetoes(findings, name.map(Names.Best::agreement));
        var fields = findings.stream().map(Finding::field).toList();
        return new Comparison(
                posterior.match(), vetoes.grade(posterior), fields, posterior.likelyRelative() || vetoes.twin());
    }

    /** The levels at which the two agree, field by field; what is missing is left out. */
    List<Level> levels(MatchPerson given, MatchPerson recorded) {
        var name = Names.best(given.names(), recorded.names(), parameters);
        return findings(given, recorded, name).stream()
                .flatMap(finding -> finding.levels().stream())
                .toList();
    }

    private List<Finding> findings(MatchPerson given, MatchPerson recorded, Optional<Names.Best> name) {
        return List.of(
                name(given.said(), recorded.said(), name),
                birthDate(given.said(), recorded.said()),
                nationalId(given.said(), recorded.said()),
                phone(given, recorded),
                address(given, recorded),
                gender(given.said(), recorded.said()));
    }

    private Finding name(Demographics given, Demographics recorded, Optional<Names.Best> best) {
        return best.map(names -> Finding.of(
                        names.agreement().result(),
                        new Sides(
                                "name",
                                names.given().source().text(),
                                names.recorded().source().text()),
                        names.agreement().levels(),
                        names.agreement().likelihoods(parameters)))
                .orElseGet(() -> Finding.missing(new Sides("name", nameOf(given), nameOf(recorded))));
    }

    private static @Nullable String nameOf(Demographics person) {
        return person.name().map(name -> name.text()).orElse(null);
    }

    private Finding birthDate(Demographics given, Demographics recorded) {
        var sides = Sides.of("birthDate", given.birthDate(), recorded.birthDate());
        if (given.birthDate() == null || recorded.birthDate() == null) {
            return Finding.missing(sides);
        }
        var level = BirthDateLevel.of(given.birthDate(), recorded.birthDate());
        return Finding.of(level.result(), sides, level, parameters.of(level));
    }

    private Finding nationalId(Demographics given, Demographics recorded) {
        var one = given.nationalId();
        var other = recorded.nationalId();
        var sides = new Sides("nationalId", shown(one), shown(other));
        if (one == null || other == null) {
            return Finding.missing(sides);
        }
        var sameBirthDate = given.birthDate() != null && given.birthDate().equals(recorded.birthDate());
        var level = NationalIdLevel.of(one, other, sameBirthDate);
        return Finding.of(level.result(), sides, level, parameters.of(level));
    }

    private static @Nullable String shown(@Nullable NationalIdHashes id) {
        return id == null ? null : "…" + id.lastThree();
    }

    private Finding phone(MatchPerson given, MatchPerson recorded) {
        var sides = new Sides("phone", given.said().phone(), recorded.said().phone());
        if (given.phone() == null || recorded.phone() == null) {
            return Finding.missing(sides);
        }
        var level = PhoneLevel.of(given.phone(), recorded.phone());
        return Finding.of(level.result(), sides, level, parameters.of(level));
    }

    private Finding address(MatchPerson given, MatchPerson recorded) {
        var sides = new Sides(
                "address",
                AddressWords.shown(given.said().address()),
                AddressWords.shown(recorded.said().address()));
        var one = given.address();
        var other = recorded.address();
        var sameArea = given.areas().stream().anyMatch(recorded.areas()::contains);
        if (one == null || other == null) {
            return given.areas().isEmpty() || recorded.areas().isEmpty()
                    ? Finding.missing(sides)
                    : area(sides, sameArea ? AreaLevel.SAME : AreaLevel.OTHER);
        }
        var agreement = AddressAgreement.of(one, other, sameArea);
        var likelihoods =
                List.of(weighed(agreement, other), parameters.of(agreement.door()), parameters.of(agreement.road()));
        return Finding.of(agreement.result(), sides, agreement.levels(), likelihoods);
    }

    /** The addresses are missing, the area is not. */
    private Finding area(Sides sides, AreaLevel level) {
        return Finding.of(FieldResult.MISSING, sides, level, parameters.of(level));
    }

    /** A place that both addresses have, spelled the same, says the more the fewer women have it. */
    private Likelihoods weighed(AddressAgreement agreement, AddressWords other) {
        var measured = parameters.of(agreement.place());
        if (!agreement.place().isOnePlace()) {
            return measured;
        }
        var shares = agreement.shared().stream()
                .filter(other::hasPlace)
                .flatMapToDouble(place -> statistics.shareOfPlace(place).stream())
                .map(share -> Math.max(share, LEAST_SHARE))
                .sorted()
                .toArray();
        return shares.length == 0 ? measured : new Likelihoods(measured.match(), chance(shares), measured.relative());
    }

    /** A town says little more of whoever lives in its village; a post code or an estate beside it says something. */
    private static double chance(double[] shares) {
        var chance = shares[0];
        for (var i = 1; i < shares.length; i++) {
            chance *= Math.pow(shares[i], NOT_YET_SAID);
        }
        return chance;
    }

    private Finding gender(Demographics given, Demographics recorded) {
        var sides = Sides.of("gender", given.gender(), recorded.gender());
        if (Stream.of(given, recorded).anyMatch(person -> !said(person.gender()))) {
            return Finding.missing(sides);
        }
        var level = given.gender() == recorded.gender() ? GenderLevel.SAME : GenderLevel.DIFFERENT;
        return Finding.of(level.result(), sides, level, parameters.of(level));
    }

    private static boolean said(@Nullable Gender gender) {
        return gender == Gender.FEMALE || gender == Gender.MALE;
    }
}
