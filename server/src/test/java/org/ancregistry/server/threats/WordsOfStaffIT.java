package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What staff write in their own words for each other never reaches a mother, nor an app in her name, by any way out; the
 * same answer has it for staff.
 */
class WordsOfStaffIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);
    private static final String EXTENSIONS = "https://ancregistry.org/fhir/StructureDefinition/";
    private static final String WORDS = "He hits her. She cries.";

    private final Village.Mother nimali = VILLAGE.mother(VILLAGE.phm1);
    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final List<Caller> hers = List.of(VILLAGE.herself(nimali), app("patient/*.rs"));
    private final String contact = VILLAGE.save(contact());

    private Caller app(String... scopes) {
        var herself = VILLAGE.herself(nimali);
        return new Caller(
                herself.id(),
                Role.MOTHER,
                null,
                herself.areas(),
                Set.of(scopes),
                "app",
                herself.purpose(),
                herself.tokenId(),
                nimali.patient());
    }

    private Reference her() {
        return new Reference(nimali.patient());
    }

    private Encounter contact() {
        var contact = new Encounter().setStatus(EncounterStatus.FINISHED).setSubject(her());
        contact.addExtension(EXTENSIONS + "anc-contact-number", new StringType("3"));
        contact.addExtension(EXTENSIONS + "anc-note", new StringType(WORDS));
        return contact;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{contact}",
                "{contact}?_pretty=true",
                "{contact}?_format=xml",
                "{contact}/_history",
                "{contact}/_history/1",
                "Encounter?patient={patient}",
                "Encounter?patient={patient}&_elements=extension",
                "Encounter?patient={patient}&_count=1&_sort=_id",
                "{patient}/$anc-summary",
                "{patient}/$summary"
            })
    void aNoteOfAContactIsReadByStaffAlone(String request) {
        var path = request.replace("{contact}", contact).replace("{patient}", nimali.patient());
        var staffs = API.get(midwife, path);
        assertThat(staffs.status()).as(staffs.body()).isEqualTo(200);
        assertThat(staffs.body()).contains(WORDS, "anc-note");
        for (var caller : hers) {
            var answer = API.get(caller, path);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("anc-contact-number").doesNotContain(WORDS, "anc-note");
        }
    }

    /** The rest of an answer is what it was: the same version under the same name, and "not modified" where it is. */
    @Test
    void versionsAreWhatTheyWere() {
        for (var caller : List.of(midwife, hers.get(0))) {
            var answer = API.get(caller, contact);
            assertThat(answer.header("ETag")).isEqualTo("W/\"1\"");
            assertThat(answer.header("Content-Location")).endsWith(contact + "/_history/1");
            assertThat(answer.body()).contains("\"versionId\":\"1\"", "\"lastUpdated\"");
            var again = API.send(caller, "GET", contact, "", "If-None-Match", "W/\"1\"");
            assertThat(again.status()).isEqualTo(304);
        }
        assertThat(VILLAGE.read(Encounter.class, contact).getExtension()).hasSize(2);
    }

    @Test
    void whatNobodyCommentedOnLeavesAsItIsStored() {
        var weight = API.get(midwife, nimali.weight()).body();
        assertThat(API.get(hers.get(0), nimali.weight()).body()).isEqualTo(weight);
    }

    @Test
    void aReferralIsHersToKnowOfButNotItsWords() {
        var referral = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(her())
                .addReasonCode(new CodeableConcept().setText(WORDS));
        referral.addNote().setText(WORDS);
        isWithoutWords(VILLAGE.save(referral), "masked");
    }

    @Test
    void aMedicineIsHersToReadButNotTheNoteOnIt() {
        var medicine = new MedicationStatement()
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(new CodeableConcept().setText("Iron"))
                .setSubject(her());
        medicine.addDosage().setText("60 mg");
        medicine.addNote().setText(WORDS);
        isWithoutWords(VILLAGE.save(medicine), "60 mg");
    }

    @Test
    void aCorrectionIsHersToReadButNotWhyItWasMade() {
        var provenance = new Provenance().addTarget(new Reference(contact)).addTarget(her());
        provenance.setRecordedElement(InstantType.now());
        provenance.addAgent().setWho(new Reference(VILLAGE.practitioner));
        var reason = provenance.addReason().setText(WORDS);
        reason.addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-correction")
                .setCode("entered-in-error");
        isWithoutWords(VILLAGE.save(provenance), "entered-in-error");
    }

    @Test
    void aGradeAndAMovedContactAreHersToReadButNotWhy() {
        var assessment =
                new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL).setSubject(her());
        decided(assessment.addExtension().setUrl(EXTENSIONS + "anc-grade-decision"));
        isWithoutWords(VILLAGE.save(assessment), "anc-grade-decision");
        var plan = new CarePlan()
                .setStatus(CarePlanStatus.ACTIVE)
                .setIntent(CarePlanIntent.PLAN)
                .setSubject(her());
        var moved = plan.addActivity().getDetail().addExtension().setUrl(EXTENSIONS + "anc-moved-contact");
        decided(moved);
        decided(plan.addActivity().getDetail().addExtension().setUrl(EXTENSIONS + "anc-missed-contact"));
        isWithoutWords(VILLAGE.save(plan), "anc-moved-contact");
    }

    @Test
    void anAppointmentThatSheMissedIsHersToReadButNotWhyAndOneThatWasCalledOffWithTheWordsForHer() {
        var missed = new Appointment().setStatus(AppointmentStatus.NOSHOW);
        missed.addParticipant().setActor(her()).setStatus(ParticipationStatus.ACCEPTED);
        missed.setStartElement(new InstantType("1970-01-01T00:00:00Z"))
                .setEndElement(new InstantType("1970-01-01T00:01:00Z"))
                .setCancelationReason(new CodeableConcept().setText(WORDS));
        isWithoutWords(VILLAGE.save(missed), "noshow");
        var calledOff = missed.copy().setStatus(AppointmentStatus.CANCELLED);
        calledOff.setId((String) null);
        assertThat(API.get(hers.get(1), VILLAGE.save(calledOff)).body()).contains(WORDS);
    }

    private static void decided(Extension decision) {
        decision.addExtension("reason", new StringType(WORDS));
        decision.addExtension("by", new Reference(VILLAGE.practitioner));
    }

    private void isWithoutWords(String reference, String left) {
        assertThat(API.get(midwife, reference).body()).contains(WORDS, reference.substring(reference.indexOf('/') + 1));
        assertThat(API.get(hers.get(1), reference).body()).contains(left).doesNotContain(WORDS);
    }
}
