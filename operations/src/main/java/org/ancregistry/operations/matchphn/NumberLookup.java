package org.ancregistry.operations.matchphn;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.PhnDirectory;
import org.ancregistry.operations.PossibleMother;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Follows a PHN to its record, and says exactly where the way ends. */
public final class NumberLookup {

    private final PhnRegister register;
    private final PhnPolicy policy;
    private final Records records;
    private final StrongKeys keys;
    private final LinkedPeople linked;
    private final PhnDirectory directory;
    private final Clock clock;

    public NumberLookup(
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            StrongKeys keys,
            LinkedPeople linked,
            PhnDirectory directory,
            Clock clock) {
        this.register = register;
        this.policy = policy;
        this.records = records;
        this.keys = keys;
        this.linked = linked;
        this.directory = directory;
        this.clock = clock;
    }

    Phn parse(String typed) {
        return Phn.parse(typed)
                .orElseThrow(() -> Problem.PHN_MALFORMED
                        .because(Phn.malformed(typed).orElse("This is no PHN."))
                        .at("phn"));
    }

    /** Whether some scheme's check character vouches for the number; otherwise a person looks at it twice. */
    boolean vouchedFor(Phn phn) {
        return policy.check(phn).known();
    }

    /**
     * The record that holds the number; empty when none of those that may be asked about does.
     *
     * @param subject who the woman who is present is to her identity provider
     */
    Optional<Patient> holder(Phn phn, @Nullable Subject subject, Predicate<String> mayBeAskedAbout) {
        if (register.retired(phn)) {
            throw retired(phn, mayBeAskedAbout);
        }
        var holder = holderWithin(phn, mayBeAskedAbout);
        holder.ifPresent(record -> {
            PossibleMother.require(record, clock);
            refuseBoundToAnother("Patient/" + record.getIdElement().getIdPart(), subject);
        });
        return holder;
    }

    /** Its record was merged into another, which those are told who may ask about it. */
    private Refusal retired(Phn phn, Predicate<String> mayBeAskedAbout) {
        var refusal = Problem.PHN_RETIRED
                .because("This PHN is out of use: ask a supervisor.")
                .at("phn");
        return register.holderOf(phn)
                .filter(mayBeAskedAbout)
                .map(refusal::concerning)
                .orElse(refusal);
    }

    /** The record that holds the number, when it is one of those that may be asked about; empty for every other reason. */
    Optional<Patient> holderWithin(Phn phn, Predicate<String> mayBeAskedAbout) {
        return register.holderOf(phn)
                .filter(mayBeAskedAbout)
                .flatMap(reference -> records.read(Patient.class, reference));
    }

    /** What the national directory says of a number that nobody here holds. */
    Optional<Demographics> inDirectory(Phn phn) {
        var known = register.holderOf(phn).isPresent() ? Optional.<PhnDirectory.Known>empty() : directory.holderOf(phn);
        if (known.filter(one -> !one.phn().equals(phn)).isPresent()) {
            throw Problem.PHN_RETIRED
                    .because("This PHN is out of use: she has another one now.")
                    .at("phn");
        }
        return known.map(PhnDirectory.Known::said);
    }

    private void refuseBoundToAnother(String holder, @Nullable Subject subject) {
        if (subject == null) {
            return;
        }
        var elsewhere = linked.behind(subject).filter(person -> !person.equals(holder));
        if (elsewhere.isPresent() || keys.hasOther(holder, StrongKey.of(subject))) {
            throw Problem.PHN_BOUND_TO_ANOTHER
                    .because("This PHN is bound to another person's identity: stop and ask a supervisor.")
                    .at("phn");
        }
    }
}
