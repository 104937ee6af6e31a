package org.ancregistry.operations.checkin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Fingerprint;
import org.hl7.fhir.r4.model.Parameters;
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
    private final Presence presence;
    private final Records records;
    private final Reach reach;
    private final Clock clock;

    public CheckingIn(Once once, Attempts attempts, Presence presence, Records records, Reach reach, Clock clock) {
        this.once = once;
        this.attempts = attempts;
        this.presence = presence;
        this.records = records;
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
        requireOneWay(asked);
        attempts.count(caller, OPERATION);
        var today = ContactMoment.day(ContactMoment.now(clock), clock).toString();
        var content = Fingerprint.of(Stream.of(
                        asked.phn(), asked.found(), asked.name(), asked.birthDate(), asked.evidence(), facility, today)
                .map(String::valueOf)
                .toList());
        return once.doOnce(caller, new Asked(content, OPERATION, content), () -> checkInNow(caller, facility, asked))
                .parameters();
    }

    /** By her number, or by the name that led to her: what does not belong together is not passed over. */
    private static void requireOneWay(CheckIn asked) {
        var byNumber = asked.phn() != null || asked.evidence() != null;
        if (byNumber && (asked.found() != null || asked.name() != null)) {
            throw Problem.PARAMETER_INVALID
                    .because("Send her number, or the record that was found with her name and birth date.")
                    .at("found");
        }
    }

    private Parameters checkInNow(Caller caller, String facility, CheckIn asked) {
        var patient = presence.proven(caller, asked)
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
}
