package org.ancregistry.operations.registeranc;

import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.PossibleMother;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Makes the record of the mother who is being registered: a new one, or the one that her PHN leads to. */
public final class Mothers {

    private final KnownMothers known;
    private final Duplicates duplicates;
    private final StrongKeys keys;
    private final PhnRegister register;
    private final PhnPolicy policy;
    private final Facilities facilities;
    private final Reach reach;
    private final Clock clock;

    public Mothers(
            KnownMothers known,
            Duplicates duplicates,
            StrongKeys keys,
            PhnRegister register,
            PhnPolicy policy,
            Facilities facilities,
            Reach reach,
            Clock clock) {
        this.known = known;
        this.duplicates = duplicates;
        this.keys = keys;
        this.register = register;
        this.policy = policy;
        this.facilities = facilities;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * A mother ready to be written.
     *
     * @param seen the record of the number that she showed, as it was
     * @param issued whether she was given a new PHN
     */
    record Mother(
            Patient patient,
            @Nullable Patient seen,
            @Nullable Phn phn,
            boolean issued) {

        String reference() {
            return Canon.referenceTo(patient);
        }
    }

    Mother of(Caller caller, RegisterAnc asked, Registrant registrant, String area) {
        var typed = asked.phn() == null ? null : parse(asked.phn());
        duplicates.hold(registrant);
        var holders = keys.take(registrant.keys(asked.decision()));
        var before = asked.decision() == PhnDecision.USE_EXISTING
                ? known.holding(Given.present(typed, "phn"), caller, registrant).orElse(null)
                : null;
        refuseRegistered(caller, registrant, new HashSet<>(holders), before);
        if (before == null && asked.decision() != PhnDecision.NOT_SURE) {
            duplicates.refuse(caller, registrant, asked.differentFrom());
        }
        var record = before == null ? MotherRecord.begun() : MotherRecord.of(before.copy());
        fill(record.caredForBy(area), asked, registrant);
        var phn = phn(caller, asked, typed);
        if (phn != null && Phns.of(record.patient()).isEmpty()) {
            record.patient().addIdentifier(Phns.identifier(phn));
        }
        var seen = asked.decision() == PhnDecision.NOT_SURE && typed != null
                ? known.seen(typed, caller, registrant).orElse(null)
                : before;
        return new Mother(record.patient(), seen, phn, asked.decision() == PhnDecision.ISSUE_NEW);
    }

    private void refuseRegistered(Caller caller, Registrant registrant, Set<String> holders, @Nullable Patient before) {
        if (before != null) {
            holders.remove(Canon.referenceTo(before));
        }
        for (var holder : holders) {
            var refusal = alreadyRegistered();
            throw registrant.verified() || reach.covers(caller, holder) ? refusal.concerning(holder) : refusal;
        }
    }

    static Refusal alreadyRegistered() {
        return Problem.SUBJECT_ALREADY_REGISTERED.because("She is registered already: open that record.");
    }

    private void fill(MotherRecord record, RegisterAnc asked, Registrant registrant) {
        var assurance = registrant.assurance();
        if (assurance != null) {
            record.verifiedBy(registrant.best(), assurance);
        }
        record.fillFrom(registrant.declared(), Assurance.DECLARED).withContactsOf(asked.person());
        if (asked.updateAddress()) {
            move(record, registrant);
        }
        if (asked.phoneShared()) {
            record.phoneIsShared();
        }
        requirePossible(record.patient());
    }

    private static void move(MotherRecord record, Registrant registrant) {
        var verified = registrant.best().address();
        var assurance = registrant.assurance();
        var declared = registrant.declared().address();
        if (verified != null && assurance != null) {
            record.movedTo(verified, assurance);
        } else if (declared != null) {
            record.movedTo(declared, Assurance.DECLARED);
        }
    }

    private void requirePossible(Patient mother) {
        require(mother.hasName(), "name", "Enter her name.");
        require(mother.hasGender(), "gender", "Enter her sex.");
        var born = PatientDemographics.birthDate(mother);
        require(born != null, "birthDate", "Enter her whole birth date.");
        require(
                PossibleMother.isOfAge(born, clock),
                "birthDate",
                "A mother is 10 to 60 years old: look at the birth date again.");
    }

    private static void require(boolean given, String element, String message) {
        if (!given) {
            throw Problem.PARAMETER_INVALID.because(message).at("person." + element);
        }
    }

    private @Nullable Phn phn(Caller caller, RegisterAnc asked, @Nullable Phn typed) {
        return switch (asked.decision()) {
            case USE_EXISTING -> typed;
            case NOT_SURE -> null;
            case ISSUE_NEW ->
                register.reserve(
                                1,
                                pointOfIssue(caller),
                                RequestKey.of(caller, asked.requestId()).value())
                        .get(0);
        };
    }

    private String pointOfIssue(Caller caller) {
        var facility = Objects.requireNonNullElse(caller.facility(), "");
        var point = facilities.pointOfIssue(facility).orElse("");
        policy.problemWith(point).ifPresent(problem -> {
            throw Problem.PARAMETER_INVALID.because("Your facility cannot issue PHNs. " + problem);
        });
        return point;
    }

    private static Phn parse(String typed) {
        return Phn.parse(typed)
                .orElseThrow(() -> Problem.PHN_MALFORMED
                        .because(Phn.malformed(typed).orElse("This is no PHN."))
                        .at("phn"));
    }
}
