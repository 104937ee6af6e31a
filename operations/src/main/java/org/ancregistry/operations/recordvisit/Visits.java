package org.ancregistry.operations.recordvisit;

import java.time.Clock;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Assessing.Assessed;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.ReviewedAnswers;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down contacts: each once, in one transaction, and never over what the writer had not seen. */
public final class Visits {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final Set<String> CONTACT_TYPES =
            Set.of("field-clinic", "home-visit", "hospital-clinic", "vog-clinic", Contacts.PHONE);

    private final Once once;
    private final Reach reach;
    private final OpenPregnancies pregnancies;
    private final Records records;
    private final VisitWriting writing;
    private final EmergencyContacts emergencies;
    private final Clock clock;

    public Visits(
            Once once,
            Reach reach,
            OpenPregnancies pregnancies,
            Records records,
            VisitWriting writing,
            EmergencyAccess emergencies,
            Clock clock) {
        this.once = once;
        this.reach = reach;
        this.emergencies = new EmergencyContacts(reach, emergencies);
        this.pregnancies = pregnancies;
        this.records = records;
        this.writing = writing;
        this.clock = clock;
    }

    Parameters write(Caller caller, RecordVisit asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE);
        reach.require(caller, asked.patient());
        requirePossible(caller, asked);
        var request = new Asked(asked.requestId(), "$record-anc-visit", asked.content());
        var answer = once.doOnce(caller, request, () -> writeNow(caller, asked));
        return answer.told();
    }

    private void requirePossible(Caller caller, RecordVisit asked) {
        if (caller.facility() == null) {
            throw Problem.FORBIDDEN.because("You have no facility: ask an administrator.");
        }
        if (!CONTACT_TYPES.contains(asked.type())) {
            throw Problem.PARAMETER_INVALID
                    .because("Say where she was seen: field-clinic, home-visit, hospital-clinic, vog-clinic or phone.")
                    .at("contact-type");
        }
        ContactMoment.givenOrNow(asked.when(), clock, "contact-date");
    }

    private Parameters writeNow(Caller caller, RecordVisit asked) {
        var pregnancy = pregnancies.of(asked.patient());
        requireSeen(asked, pregnancy);
        var emergency = emergencies.isEmergency(caller, asked);
        var corrected = asked.correction() == null ? null : corrected(asked, asked.correction(), pregnancy);
        var visit = writing.write(caller, asked, pregnancy, corrected);
        if (emergency) {
            emergencies.note(caller, asked, visit.contact());
        }
        LOG.info("Recorded {} of {} for {}", visit.contact(), asked.patient(), caller.id());
        return VisitAnswer.of(visit);
    }

    /** Nothing is struck out twice, and what was written in another pregnancy stays as it is. */
    private Encounter corrected(RecordVisit asked, Correction correction, EpisodeOfCare pregnancy) {
        var contact = hers(asked, correction);
        if (contact.getStatus() == EncounterStatus.ENTEREDINERROR) {
            throw Problem.ALREADY_DECIDED
                    .because(
                            "This contact was struck out before: nothing of it counts any more. Open her record again.")
                    .at("corrects");
        }
        if (!Contacts.isIn(contact, Canon.referenceTo(pregnancy))) {
            throw Problem.PREGNANCY_ENDED
                    .because(
                            "This is no contact of her present pregnancy. What was written in an earlier one stays as it"
                                    + " is: name a contact of the present one.")
                    .at("corrects");
        }
        return contact;
    }

    private Encounter hers(RecordVisit asked, Correction correction) {
        return records.read(Encounter.class, correction.contact())
                .filter(contact -> Canon.isOf(asked.patient(), contact.getSubject()))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("There is no such contact of hers.")
                        .at("corrects"));
    }

    /** Nobody writes over what she has not seen: she is told what was added, when and by whom. */
    private void requireSeen(RecordVisit asked, EpisodeOfCare pregnancy) {
        var version = pregnancy.getMeta().getVersionId();
        if (asked.basedOn().equals(version)) {
            return;
        }
        var last = Pregnancies.lastContact(pregnancy)
                .flatMap(contact -> records.read(Encounter.class, contact))
                .orElse(null);
        var refusal = Problem.VERSION_CONFLICT
                .because("Somebody wrote in this record after you opened it. " + told(pregnancy, last)
                        + " Look at it, then send your visit again.")
                .at("based-on")
                .currentVersion(version);
        throw last == null
                ? refusal
                : refusal.concerning("Encounter/" + last.getIdElement().getIdPart());
    }

    private static String told(EpisodeOfCare pregnancy, @Nullable Encounter last) {
        var contacts = "It has " + Pregnancies.contacts(pregnancy) + " contacts now";
        if (last == null) {
            return contacts + ".";
        }
        var when = last.getPeriod().getStartElement().getValueAsString();
        var by = last.getParticipantFirstRep().getIndividual().getReference();
        return contacts + "; the last one was written by " + by + ", for " + when + ".";
    }

    /** What was written. */
    record Visit(
            String contact,
            String version,
            @Nullable String appointment,
            @Nullable String referral,
            @Nullable Assessed assessed,
            @Nullable ReviewedAnswers given) {}
}
