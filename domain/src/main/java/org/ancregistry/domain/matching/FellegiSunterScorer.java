package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.person.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Weighs each field by how often it agrees by chance (Fellegi and Sunter), in three cases: the same woman, an unrelated
 * one, a relative. The weights are a start measured on generated data, to be estimated again from a country's own.
 */
public final class FellegiSunterScorer implements PersonScorer {

    /** Assumed, not measured: the sex on two records of one woman hardly ever differs. */
    private static final Likelihoods OTHER_GENDER = new Likelihoods(0.001, 0.05, 0.05);

    private final Prior prior;

    public FellegiSunterScorer(Prior prior) {
        this.prior = prior;
    }

    @Override
    public Comparison compare(Demographics given, Demographics recorded) {
        var name = Names.best(given.names(), recorded.names());
        var findings = List.of(
                name(given, recorded, name),
                birthDate(given, recorded),
                nationalId(given, recorded),
                phone(given, recorded),
                address(given, recorded),
                gender(given, recorded));
        var posterior = Posterior.of(prior, findings);
        var vetoes = new Vetoes(findings, name.map(Names.Best::agreement));
        var fields = findings.stream().map(Finding::field).toList();
        return new Comparison(
                posterior.match(), vetoes.grade(posterior), fields, posterior.likelyRelative() || vetoes.twin());
    }

    private static Finding name(Demographics given, Demographics recorded, Optional<Names.Best> best) {
        return best.map(names -> Finding.of(
                        names.agreement().result(),
                        new Sides("name", names.given().text(), names.recorded().text()),
                        names.agreement().likelihoods()))
                .orElseGet(() -> Finding.missing(new Sides("name", nameOf(given), nameOf(recorded))));
    }

    private static @Nullable String nameOf(Demographics person) {
        return person.name().map(name -> name.text()).orElse(null);
    }

    private static Finding birthDate(Demographics given, Demographics recorded) {
        var sides = Sides.of("birthDate", given.birthDate(), recorded.birthDate());
        if (given.birthDate() == null || recorded.birthDate() == null) {
            return Finding.missing(sides);
        }
        var level = BirthDateLevel.of(given.birthDate(), recorded.birthDate());
        return Finding.of(level.result(), sides, level.likelihoods());
    }

    private static Finding nationalId(Demographics given, Demographics recorded) {
        var one = given.nationalId();
        var other = recorded.nationalId();
        var sides = new Sides("nationalId", shown(one), shown(other));
        if (one == null || other == null) {
            return Finding.missing(sides);
        }
        var sameBirthDate = given.birthDate() != null && given.birthDate().equals(recorded.birthDate());
        var level = NationalIdLevel.of(one, other, sameBirthDate);
        return Finding.of(level.result(), sides, level.likelihoods());
    }

    private static @Nullable String shown(@Nullable NationalIdHashes id) {
        return id == null ? null : "…" + id.lastThree();
    }

    private static Finding phone(Demographics given, Demographics recorded) {
        var sides = new Sides("phone", given.phone(), recorded.phone());
        var one = Optional.ofNullable(given.phone()).flatMap(PhoneNumber::parse);
        var other = Optional.ofNullable(recorded.phone()).flatMap(PhoneNumber::parse);
        if (one.isEmpty() || other.isEmpty()) {
            return Finding.missing(sides);
        }
        var level = PhoneLevel.of(one.get(), other.get());
        return Finding.of(level.result(), sides, level.likelihoods());
    }

    private static Finding address(Demographics given, Demographics recorded) {
        var sides = new Sides("address", AddressWords.shown(given.address()), AddressWords.shown(recorded.address()));
        var one = AddressWords.of(given.address());
        var other = AddressWords.of(recorded.address());
        if (one.isEmpty() || other.isEmpty()) {
            return Finding.missing(sides);
        }
        var level = AddressLevel.of(one.get(), other.get());
        return Finding.of(level.result(), sides, level.likelihoods());
    }

    private static Finding gender(Demographics given, Demographics recorded) {
        var sides = Sides.of("gender", given.gender(), recorded.gender());
        if (Stream.of(given, recorded).anyMatch(person -> !said(person.gender()))) {
            return Finding.missing(sides);
        }
        return given.gender() == recorded.gender()
                ? Finding.of(FieldResult.SAME, sides, Likelihoods.NEUTRAL)
                : Finding.of(FieldResult.DIFFERENT, sides, OTHER_GENDER);
    }

    private static boolean said(@Nullable Gender gender) {
        return gender == Gender.FEMALE || gender == Gender.MALE;
    }
}
