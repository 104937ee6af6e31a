package org.ancregistry.operations.registeranc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.PossibleMother;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.hl7.fhir.r4.model.Patient;

/** Finds the record behind the PHN that a midwife wants to use, and stops her where it cannot be this woman's. */
public final class KnownMothers {

    private final PhnRegister register;
    private final PhnPolicy policy;
    private final Records records;
    private final StrongKeys keys;
    private final OneWoman oneWoman;
    private final Reach reach;
    private final Clock clock;

    public KnownMothers(
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            StrongKeys keys,
            OneWoman oneWoman,
            Reach reach,
            Clock clock) {
        this.register = register;
        this.policy = policy;
        this.records = records;
        this.keys = keys;
        this.oneWoman = oneWoman;
        this.reach = reach;
        this.clock = clock;
    }

    /** The record that holds the PHN; empty when the number comes from elsewhere and nobody here holds it yet. */
    Optional<Patient> holding(Phn phn, Caller caller, Registrant registrant) {
        if (register.retired(phn)) {
            throw Problem.PHN_RETIRED
                    .because("This PHN is out of use: ask a supervisor.")
                    .at("phn");
        }
        var holder = register.holderOf(phn);
        if (holder.isEmpty() && !policy.check(phn).known()) {
            throw Problem.PHN_UNKNOWN
                    .because("Nobody holds this PHN and its check character is not right: decide \"not sure\".")
                    .at("phn");
        }
        return holder.map(reference -> usable(reference, caller, registrant));
    }

    /** The record that the midwife saw and was not sure about, where she may have seen it. */
    Optional<Patient> seen(Phn phn, Caller caller, Registrant registrant) {
        return register.holderOf(phn)
                .filter(holder -> registrant.verified() || reach.covers(caller, holder))
                .flatMap(holder -> records.read(Patient.class, holder));
    }

    private Patient usable(String reference, Caller caller, Registrant registrant) {
        if (!registrant.verified()) {
            reach.require(caller, reference);
        }
        var mother = records.read(Patient.class, reference)
                .orElseThrow(() ->
                        Problem.PHN_UNKNOWN.because("Nobody holds this PHN.").at("phn"));
        PossibleMother.require(mother, clock);
        refuseAnotherNumber(reference, registrant);
        refuseAnotherSubject(reference, registrant);
        oneWoman.pregnancy(mother).ifPresent(pregnancy -> {
            throw alreadyPregnant(pregnancy);
        });
        return mother;
    }

    /** One part of the number equal is a slip of the pen; both different are two women. */
    private void refuseAnotherNumber(String reference, Registrant registrant) {
        var recorded = keys.nationalIds(List.of(reference)).get(reference);
        if (recorded != null && registrant.nationalId() != null && differs(recorded, registrant.nationalId())) {
            throw boundToAnother();
        }
    }

    private void refuseAnotherSubject(String reference, Registrant registrant) {
        var subject = registrant.subject();
        if (subject != null && keys.hasOther(reference, StrongKey.of(subject))) {
            throw boundToAnother();
        }
    }

    private static boolean differs(NationalIdHashes one, NationalIdHashes other) {
        return !one.birthPart().equals(other.birthPart()) && !one.serialPart().equals(other.serialPart());
    }

    static Refusal boundToAnother() {
        return Problem.PHN_BOUND_TO_ANOTHER
                .because("This PHN is bound to another person's identity: stop and ask a supervisor.")
                .at("phn");
    }

    static Refusal alreadyPregnant(String pregnancy) {
        return Problem.PREGNANCY_ALREADY_ACTIVE
                .because("She is registered with a pregnancy already: open that record.")
                .concerning(pregnancy);
    }
}
