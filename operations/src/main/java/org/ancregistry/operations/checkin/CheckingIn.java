package org.ancregistry.operations.checkin;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Fingerprint;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a mother in at the caller's clinic. Every way to miss gets the same answer, so that nobody learns by trying
 * whose number that is; and attempts are counted. A second press on one day opens nothing new.
 */
public final class CheckingIn {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingIn.class);
    private static final String OPERATION = "$check-in";

    private final Once once;
    private final Attempts attempts;
    private final PhnRegister register;
    private final Records records;
    private final LiveEvidence evidences;
    private final LinkedPeople linked;
    private final OneWoman oneWoman;
    private final Reach reach;
    private final Clock clock;

    public CheckingIn(
            Once once,
            Attempts attempts,
            PhnRegister register,
            Records records,
            LiveEvidence evidences,
            LinkedPeople linked,
            OneWoman oneWoman,
            Reach reach,
            Clock clock) {
        this.once = once;
        this.attempts = attempts;
        this.register = register;
        this.records = records;
        this.evidences = evidences;
        this.linked = linked;
        this.oneWoman = oneWoman;
        this.reach = reach;
        this.clock = clock;
    }

    Parameters checkIn(Caller caller, CheckIn asked) {
        Callers.require(caller, Role.DOCTOR, Role.CLINIC_NURSE);
        var facility = Optional.ofNullable(caller.facility())
                .orElseThrow(() -> Problem.FORBIDDEN.because("You have no facility: ask an administrator."));
        if (asked.birthDate() == null && asked.evidence() == null) {
            throw Problem.PARAMETER_INVALID
                    .because("Ask her birth date, or let her sign in herself.")
                    .at("birth-date");
        }
        attempts.count(caller, OPERATION);
        var today = ContactMoment.day(ContactMoment.now(clock), clock).toString();
        var content = Fingerprint.of(List.of(
                asked.phn(), String.valueOf(asked.birthDate()), String.valueOf(asked.evidence()), facility, today));
        return once.doOnce(caller, new Asked(content, OPERATION, content), () -> checkInNow(caller, facility, asked))
                .parameters();
    }

    private Parameters checkInNow(Caller caller, String facility, CheckIn asked) {
        var patient = present(caller, asked)
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "No mother with this PHN and birth date: read both once more from her card."));
        var contact = Contacts.arrived(patient, ContactMoment.now(clock), caller.id(), facility);
        records.write(List.of(contact));
        requireOpened(caller, patient);
        LOG.info("Checked {} in at {} for {}", patient, facility, caller.id());
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(patient));
        answer.addParameter().setName("contact").setValue(new Reference(Canon.referenceTo(contact)));
        return answer;
    }

    /** She is here, so that she may be told; a check-in that opens nothing would only puzzle both. */
    private void requireOpened(Caller caller, String patient) {
        if (!reach.covers(caller, patient)) {
            throw Problem.RECORD_CLOSED.because(
                    "She shares her record with fewer people. She can change that on her page;"
                            + " in an emergency a doctor can open it.");
        }
    }

    /** The record on which she is pregnant, which need not be the one that holds her number. */
    private Optional<String> present(Caller caller, CheckIn asked) {
        return Phn.parse(asked.phn())
                .flatMap(register::holderOf)
                .flatMap(holder -> records.read(Patient.class, holder))
                .filter(holder -> isHerself(caller, asked, holder))
                .map(holder -> oneWoman.inCare(holder)
                        .orElse("Patient/" + holder.getIdElement().getIdPart()));
    }

    private boolean isHerself(Caller caller, CheckIn asked, Patient holder) {
        if (asked.evidence() != null) {
            var evidence = evidences.require(caller, asked.evidence(), Given.present(asked.draft(), "draft"));
            var subject = new Subject(evidence.provider(), evidence.subject());
            return linked.behind(subject).filter(oneWoman.of(holder)::contains).isPresent();
        }
        return Objects.equals(PatientDemographics.birthDate(holder), asked.birthDate());
    }
}
