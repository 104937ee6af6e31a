package org.ancregistry.operations.recordoutcome;

import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.AllPregnancies;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.recordoutcome.OutcomeWriting.Written;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Correction;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Ending;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how pregnancies ended: each once, in one transaction, and never over what the writer had not seen. */
public final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final String CHANGED =
            "Somebody wrote in this record after you opened it. Look at it, then send this again.";

    private final Once once;
    private final Reach reach;
    private final OpenPregnancies open;
    private final AllPregnancies all;
    private final Records records;
    private final OutcomeWriting writing;

    public Outcomes(
            Once once, Reach reach, OpenPregnancies open, AllPregnancies all, Records records, OutcomeWriting writing) {
        this.once = once;
        this.reach = reach;
        this.open = open;
        this.all = all;
        this.records = records;
        this.writing = writing;
    }

    Parameters write(Caller caller, RecordOutcome asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR);
        reach.require(caller, asked.patient());
        if (caller.facility() == null) {
            throw Problem.FORBIDDEN.because("You have no facility: ask an administrator.");
        } else if (reach.isEmergency(caller, asked.patient())) {
            throw Problem.FORBIDDEN.because("In an emergency you write one contact; those in whose care she is write"
                    + " down how the pregnancy ended.");
        }
        var request = new Asked(asked.requestId(), "$record-outcome", asked.content());
        var answer = once.doOnce(caller, request, () -> writeNow(caller, asked));
        return answer.told();
    }

    private Parameters writeNow(Caller caller, RecordOutcome asked) {
        var ending = asked.ending();
        var correction = asked.correction();
        if (ending != null && correction == null) {
            return end(caller, asked, ending);
        } else if (correction != null && ending == null) {
            return takeBack(caller, asked, correction);
        }
        throw Problem.PARAMETER_INVALID
                .because("Say how the pregnancy ended, or which ending was wrong; not both.")
                .at("outcome");
    }

    private Parameters end(Caller caller, RecordOutcome asked, Ending ending) {
        var pregnancy = open.of(asked.patient());
        SeenVersion.require(asked.basedOn(), pregnancy, CHANGED);
        var written = writing.end(caller, asked.patient(), ending, pregnancy);
        LOG.info("Ended {} of {} for {}", Canon.referenceTo(pregnancy), asked.patient(), caller.id());
        return OutcomeAnswer.of(written, pregnancy);
    }

    private Parameters takeBack(Caller caller, RecordOutcome asked, Correction correction) {
        var contact = ending(asked.patient(), correction);
        var pregnancy = records.read(
                        EpisodeOfCare.class, contact.getEpisodeOfCareFirstRep().getReference())
                .filter(ended -> ended.getStatus() == EpisodeOfCareStatus.FINISHED)
                .orElseThrow(Outcomes::unknown);
        SeenVersion.require(asked.basedOn(), pregnancy, CHANGED);
        requireNewest(asked.patient(), pregnancy);
        writing.takeBack(caller, asked.patient(), correction.reason(), contact, pregnancy);
        LOG.info("Reopened {} of {} for {}", Canon.referenceTo(pregnancy), asked.patient(), caller.id());
        return OutcomeAnswer.of(new Written(correction.contact(), null), pregnancy);
    }

    private Encounter ending(String patient, Correction correction) {
        return records.read(Encounter.class, correction.contact())
                .filter(contact -> Canon.isOf(patient, contact.getSubject()))
                .filter(contact -> Contacts.is(contact, Contacts.OUTCOME))
                .filter(contact -> contact.getStatus() == EncounterStatus.FINISHED)
                .orElseThrow(Outcomes::unknown);
    }

    private static Refusal unknown() {
        return Problem.NOT_FOUND
                .because("No pregnancy of hers was ended by that contact.")
                .at("corrects");
    }

    /** A newer pregnancy shows that this one is over, whether that one is still open or not. */
    private void requireNewest(String patient, EpisodeOfCare pregnancy) {
        var newest = all.of(patient).stream().findFirst().map(Canon::referenceTo);
        if (newest.filter(other -> !other.equals(Canon.referenceTo(pregnancy))).isPresent()) {
            throw Problem.NEWER_PREGNANCY
                    .because("She has been registered for a newer pregnancy: the older one stays ended.")
                    .concerning(newest.get());
        }
    }
}
