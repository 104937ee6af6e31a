package org.ancregistry.operations.decidematch;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;

/** Gives a mother the number that is hers: the one on her card, or a new one. She never has two. */
public final class Numbers {

    private final PhnRegister register;
    private final PhnPolicy policy;
    private final Facilities facilities;
    private final Records records;
    private final StrongKeys keys;
    private final OtherRecords others;

    public Numbers(
            PhnRegister register,
            PhnPolicy policy,
            Facilities facilities,
            Records records,
            StrongKeys keys,
            OtherRecords others) {
        this.register = register;
        this.policy = policy;
        this.facilities = facilities;
        this.records = records;
        this.keys = keys;
        this.others = others;
    }

    /** The number on her card, which nobody else holds. */
    Outcome bind(Caller caller, OpenMatch match, DecideMatch asked) {
        var typed = Given.present(
                Optional.ofNullable(asked.how().phn()).or(match::claimedPhn).orElse(null), "phn");
        var phn = Phn.parse(typed)
                .orElseThrow(() -> Problem.PHN_MALFORMED
                        .because(Phn.malformed(typed).orElse("This is no PHN."))
                        .at("phn"));
        if (register.retired(phn)) {
            throw Problem.PHN_RETIRED
                    .because("This PHN is out of use: issue a new one.")
                    .at("phn");
        }
        others.refuseHeldByAnother(caller, match, phn);
        takeNationalId(match.patient());
        var mother = match.mother();
        if (Tasks.isOfDirectory(match.task())
                && match.claimedPhn().filter(phn.value()::equals).isPresent()) {
            giveUp(mother, match.patient(), phn);
        }
        refuseSecond(mother, phn);
        if (Phns.of(mother).isEmpty()) {
            mother.addIdentifier(Phns.identifier(phn));
        }
        return new Outcome(
                List.of(mother),
                new Outcome.HeldNumber(phn, false, policy.check(phn).known()),
                null,
                null);
    }

    /** A new number, or the one that she was given meanwhile. */
    Outcome issue(Caller caller, OpenMatch match, DecideMatch asked) {
        takeNationalId(match.patient());
        var number = heldOrNew(caller, match, asked);
        var compared = others.bestOf(caller, match, asked).orElse(null);
        return new Outcome(List.of(match.mother()), number, null, compared);
    }

    /** The number on her own record, which gets a new one when it has none. */
    Outcome.HeldNumber heldOrNew(Caller caller, OpenMatch match, DecideMatch asked) {
        var key = RequestKey.of(caller, Given.present(asked.how().requestId(), "request-id"));
        var issued = register.issue(match.patient(), pointOfIssue(caller, match), key.value());
        var mother = match.mother();
        if (Phns.of(mother).isEmpty()) {
            mother.addIdentifier(Phns.identifier(issued.phn()));
        }
        return new Outcome.HeldNumber(issued.phn(), issued.issued(), true);
    }

    /** The number that she has had in the country's directory all along is hers; the one issued meanwhile leads to her. */
    private void giveUp(Patient mother, String patient, Phn forThat) {
        Phns.of(mother).filter(held -> !held.equals(forThat)).ifPresent(held -> {
            register.retire(held, patient);
            mother.getIdentifier().stream()
                    .filter(one ->
                            Phns.SYSTEM.equals(one.getSystem()) && held.value().equals(one.getValue()))
                    .forEach(one -> one.setUse(IdentifierUse.OLD));
        });
    }

    private static void refuseSecond(Patient mother, Phn phn) {
        Phns.of(mother).filter(held -> !held.equals(phn)).ifPresent(held -> {
            throw Problem.PHN_ALREADY_HELD
                    .because("She holds another PHN already, which she keeps for life.")
                    .at("phn");
        });
    }

    /** Undecided, her number kept nobody else out; from now on it is hers alone. */
    private void takeNationalId(String patient) {
        var nationalId = keys.nationalIds(List.of(patient)).get(patient);
        if (nationalId == null) {
            return;
        }
        var hers = List.of(StrongKey.of(nationalId));
        var holders = new HashSet<>(keys.take(hers));
        holders.remove(patient);
        holders.stream().findFirst().ifPresent(holder -> {
            throw Problem.SUBJECT_ALREADY_REGISTERED
                    .because("Another record has the same national ID number, so both are of one woman, or one number"
                            + " is wrong: decide \"same\", or \"later\" until that is known.")
                    .at("decision");
        });
        keys.belongTo(patient, hers);
    }

    /** Where she was registered; the supervisor's own where that is not known. */
    private String pointOfIssue(Caller caller, OpenMatch match) {
        var registeredAt = match.task().hasEncounter()
                ? records.read(Encounter.class, match.task().getEncounter().getReference())
                        .map(contact -> contact.getServiceProvider().getReference())
                        .flatMap(facilities::pointOfIssue)
                : Optional.<String>empty();
        var point = registeredAt
                .or(() -> Optional.ofNullable(caller.facility()).flatMap(facilities::pointOfIssue))
                .orElse("");
        policy.problemWith(point).ifPresent(problem -> {
            throw Problem.PARAMETER_INVALID.because("No PHN can be issued where she was registered. " + problem);
        });
        return Objects.requireNonNull(point);
    }
}
