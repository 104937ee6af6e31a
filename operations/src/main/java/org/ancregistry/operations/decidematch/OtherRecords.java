package org.ancregistry.operations.decidematch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.PossibleMother;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.fhir.IdentityDecisions.Compared;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;

/** The records beside which a mother was laid, and what forbids to take one of them for hers. */
public final class OtherRecords {

    private final BothSides sides;
    private final PhnRegister register;
    private final Records records;
    private final StrongKeys keys;
    private final Clock clock;

    public OtherRecords(BothSides sides, PhnRegister register, Records records, StrongKeys keys, Clock clock) {
        this.sides = sides;
        this.register = register;
        this.records = records;
        this.keys = keys;
        this.clock = clock;
    }

    /** One of the records that were shown. */
    Patient shown(Caller caller, OpenMatch match, String reference) {
        return side(caller, match, reference)
                .flatMap(side -> records.read(Patient.class, reference))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("That is none of the records that may be hers.")
                        .at("compared-with"));
    }

    /** What was compared with that record. */
    Compared compared(Caller caller, OpenMatch match, Patient other) {
        var reference = "Patient/" + other.getIdElement().getIdPart();
        return side(caller, match, reference)
                .map(side -> compared(side, other))
                .orElseThrow(() -> Problem.NOT_FOUND.because("That is none of the records that may be hers."));
    }

    /** What was compared with the record that was named, or with the likeliest one. */
    Optional<Compared> bestOf(Caller caller, OpenMatch match, DecideMatch asked) {
        var named = asked.how().comparedWith();
        if (named != null) {
            return Optional.of(compared(caller, match, shown(caller, match, named)));
        }
        return sides.of(caller, match).stream()
                .filter(side -> side.patient() != null)
                .findFirst()
                .flatMap(side -> records.read(Patient.class, String.valueOf(side.patient()))
                        .map(other -> compared(side, other)));
    }

    private Optional<LikelyRecord> side(Caller caller, OpenMatch match, String reference) {
        return sides.of(caller, match).stream()
                .filter(side -> reference.equals(side.patient()))
                .findFirst();
    }

    private static Compared compared(LikelyRecord side, Patient other) {
        return new Compared(PatientDemographics.of(other, null), side.comparison());
    }

    /** A number that somebody holds is nobody else's: both records are hers, or the card is not. */
    void refuseHeldByAnother(Caller caller, OpenMatch match, Phn phn) {
        var holder = register.holderOf(phn).filter(other -> !other.equals(match.patient()));
        if (holder.isEmpty()) {
            return;
        }
        records.read(Patient.class, holder.get()).ifPresent(record -> refuseAnother(match, record));
        var held = Problem.PHN_ALREADY_HELD
                .because("Another record holds this PHN: decide \"same\" when both are of one woman.")
                .at("phn");
        throw side(caller, match, holder.get()).isPresent() ? held.concerning(holder.get()) : held;
    }

    /** Stops before a record that cannot be hers: a man's, a child's, or one that proved to be somebody else's. */
    void refuseAnother(OpenMatch match, Patient other) {
        PossibleMother.require(other, clock);
        var reference = "Patient/" + other.getIdElement().getIdPart();
        var recorded = keys.nationalIds(List.of(reference)).get(reference);
        var given = match.known().nationalId();
        if (keys.provedApart(match.patient(), reference)
                || (recorded != null && given != null && differs(recorded, given))) {
            throw boundToAnother();
        }
    }

    private static boolean differs(NationalIdHashes one, NationalIdHashes other) {
        return !one.birthPart().equals(other.birthPart()) && !one.serialPart().equals(other.serialPart());
    }

    private static Refusal boundToAnother() {
        return Problem.PHN_BOUND_TO_ANOTHER
                .because("Both have proved who they are, and they are two persons: decide \"different\".")
                .at("decision");
    }
}
