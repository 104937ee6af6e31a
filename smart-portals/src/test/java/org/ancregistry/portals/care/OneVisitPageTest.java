package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.ArrayList;
import java.util.List;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One visit on one page, for those who care for her and for herself. */
class OneVisitPageTest extends CarePagesTests {

    private static final String PAGE = "/doctor/mothers/1/visits/11";
    private static final String OF_THE_MIDWIFE = "/midwife/mothers/1/visits/11";
    private static final String HERS = "/mother/visits/11";
    private static final String THE_VISIT = "Encounter/11";
    private static final String EARLIER = "Encounter/12";
    private static final String NOTE = "Talked about her husband.";

    private final Bundle record = CareUnderTest.record();

    /** A visit with all that may belong to one, and a later addition to it. */
    @BeforeEach
    void aWholeVisit() {
        contact("Encounter/11").addExtension(note(NOTE));
        measured("repeat_systolic", THE_VISIT, 162, "mm[Hg]");
        measured("repeat_diastolic", THE_VISIT, 96, "mm[Hg]");
        measured("fhr", THE_VISIT, 170, "/min");
        answered("counselling_danger", THE_VISIT, new BooleanType(true));
        answered("thriposha", THE_VISIT, new BooleanType(false));
        medicine("Methyldopa", "250 mg, three a day", THE_VISIT);
        medicine("Nifedipine", "10 mg", EARLIER);
        vaccine("tt2_date", THE_VISIT);
        referral("Base Hospital Demo", THE_VISIT);
        added("41", "2026-11-23T04:00:00Z", "The laboratory called.");
        measured("haemoglobin", "Encounter/41", 6.4, "g/dL");
        REGISTRY.answers(SUMMARY, record);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, OF_THE_MIDWIFE})
    void tellsStaffAllThatWasFoundGivenAndSaid(String page) throws Exception {
        assertThat(words(page, CareUnderTest.selvarajah()))
                .contains("Visit on 22 November 2026", "Nimali Sanduni Perera", "2047 KTR9MX 5", "31+4 weeks")
                .contains("VOG clinic, VOG clinic, Base Hospital Demo", "R. Selvarajah")
                .contains("Danger signs Severe headache")
                .contains("Blood pressure 144/94 mmHg high", "Weight 64.8 kg")
                .contains("Blood pressure, second reading 162/96 mmHg very high")
                .contains("Fetal heart rate 170 beats a minute high")
                .contains("Methyldopa, 250 mg, three a day", "Tetanus vaccine, dose 2", "Thriposha: No")
                .contains("Danger signs explained: Yes", NOTE)
                .contains("Referral", "Base Hospital Demo", "Next appointment 26 November 2026, 09:00")
                .as("what belongs to other visits")
                .doesNotContain("Nifedipine", "Epilepsy", "62.4");
    }

    @Test
    void marksWhatWasAddedLaterWithItsDayAndAuthor() throws Exception {
        var added = "Added on 23 November 2026 K. Kumari Haemoglobin 6.4 g/dL very low The laboratory called.";
        assertThat(words(PAGE, CareUnderTest.selvarajah())).contains(added);
        assertThat(words("/doctor/mothers/1/visits/41", CareUnderTest.selvarajah()))
                .as("under the address of the addition, too")
                .contains("Visit on 22 November 2026", added);
        assertThat(read(PAGE)).contains("href=\"/doctor/mothers/1/visits/41/strike\"");
    }

    @Test
    void leadsToWhatCanBeDoneAboutIt() throws Exception {
        assertThat(read(PAGE))
                .contains("href=\"" + PAGE + "/slip\"", "href=\"" + PAGE + "/addition\"")
                .contains("href=\"" + PAGE + "/strike\"", "data-print");
    }

    @Test
    void showsThatOneWasStruckOutAndNothingOfWhatWasFound() throws Exception {
        contact("Encounter/13").addExtension(note("Meant for another woman."));
        medicine("Aspirin", "75 mg", "Encounter/13");
        REGISTRY.answers(SUMMARY, record);

        assertThat(words("/doctor/mothers/1/visits/13", CareUnderTest.selvarajah()))
                .contains("Entered in error", "It was struck out and counts no more", "Meant for another woman.")
                .doesNotContain("75 kg", "Aspirin", "Slip for her", "Add to this visit", "This visit is wrong");
    }

    @Test
    void marksAnAdditionThatWasStruckOutAndHidesItFromHer() throws Exception {
        contact("Encounter/41").setStatus(EncounterStatus.ENTEREDINERROR);
        REGISTRY.answers(SUMMARY, record);

        assertThat(words(PAGE, CareUnderTest.selvarajah()))
                .contains("Added on 23 November 2026 Entered in error", "The laboratory called.")
                .doesNotContain("6.4");
        assertThat(words(HERS, CareUnderTest.nimali())).doesNotContain("Added on");
    }

    @Test
    void tellsADeniedDangerSignAsDenied() throws Exception {
        answered("danger_fever", THE_VISIT, new BooleanType(false));
        REGISTRY.answers(SUMMARY, record);

        for (var page : List.of(PAGE, "/doctor/mothers/1/summary")) {
            assertThat(words(page, CareUnderTest.selvarajah())).contains("Fever: No");
        }
    }

    /** Every answer that this registry's own pages and its demonstration write has words. */
    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEveryDiagnosis(String language) throws Exception {
        for (var field : Dictionary.anc().fields()) {
            if (field.name().startsWith("dx_")) {
                answered(field.name(), THE_VISIT, new BooleanType(true));
            }
        }
        REGISTRY.answers(SUMMARY, record);

        assertThat(read(PAGE, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        assertThat(words(PAGE, CareUnderTest.selvarajah()))
                .contains("Diagnosis, hypertension in pregnancy: Yes")
                .doesNotContain("has no words for");
    }

    @Test
    void saysPlainlyThatSheHadNoDangerSign() throws Exception {
        answered("danger_none", THE_VISIT, new BooleanType(true));
        REGISTRY.answers(SUMMARY, record);

        assertThat(words(PAGE, CareUnderTest.selvarajah()))
                .contains("No danger signs")
                .doesNotContain("None of these signs");
    }

    /** What other systems ask and no page has words for is not left out without a word. */
    @Test
    void saysHowManyAnswersItHasNoWordsFor() throws Exception {
        assertThat(words(PAGE, CareUnderTest.selvarajah())).doesNotContain("has no words for");
        answered("preeclampsia_symptoms", THE_VISIT, new CodeableConcept().setText("dizzy"));
        REGISTRY.answers(SUMMARY, record);

        assertThat(words(PAGE, CareUnderTest.selvarajah())).contains("Answers that this page has no words for: 1");
        assertThat(words(HERS, CareUnderTest.nimali())).doesNotContain("no words");
    }

    /** The notes of staff and the danger signs are for a talk: not even a registry that sends them shows them here. */
    @Test
    void tellsHerWhatWasMeasuredGivenAndTalkedOver() throws Exception {
        assertThat(words(HERS, CareUnderTest.nimali()))
                .contains("Your visit on 22 November 2026", "VOG clinic, VOG clinic, Base Hospital Demo")
                .contains("R. Selvarajah", "Blood pressure 144/94 mmHg high", "second reading 162/96 mmHg very high")
                .contains("Fetal heart rate 170 beats a minute", "Methyldopa", "Tetanus vaccine, dose 2")
                .contains("Danger signs explained to you: Yes", "Where you were sent Base Hospital Demo")
                .contains("Added on 23 November 2026 K. Kumari Haemoglobin 6.4 g/dL very low")
                .contains("Next appointment 26 November 2026, 09:00")
                .doesNotContain(NOTE, "The laboratory called.", "BP 142/92", "Severe headache", "minute high");
        assertThat(read(HERS, CareUnderTest.nimali(), "en"))
                .contains("data-print", "href=\"/mother/visits\"")
                .doesNotContain("/strike", "/addition", "/slip", "/midwife/", "/doctor/");
    }

    @Test
    void showsHerNoAdditionThatOnlyStaffRead() throws Exception {
        added("42", "2026-11-24T04:00:00Z", "Ask her alone.");
        REGISTRY.answers(SUMMARY, record);

        assertThat(words(PAGE, CareUnderTest.selvarajah())).contains("Added on 24 November 2026", "Ask her alone.");
        assertThat(words(HERS, CareUnderTest.nimali())).doesNotContain("24 November 2026");
    }

    @Test
    void isLinkedFromEachRowOfTheLists() throws Exception {
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("href=\"" + PAGE + "\"", "href=\"/doctor/mothers/1/visits/13\"");
        assertThat(read("/midwife/mothers/1/summary")).contains("href=\"" + OF_THE_MIDWIFE + "\"");
        assertThat(read("/mother/visits", CareUnderTest.nimali(), "en"))
                .contains("href=\"" + HERS + "\"", "href=\"/mother/visits/12\"")
                .doesNotContain("href=\"/mother/visits/13\"");
        assertThat(read(PAGE + "/addition"))
                .as("pages that show one visit only")
                .doesNotContain("href=\"" + PAGE + "\"");
    }

    @Test
    void knowsOnlyVisitsOfThisRecord() {
        for (var page : List.of("/doctor/mothers/1/visits/99", "/midwife/mothers/1/visits/99")) {
            assertThat(status(page, CareUnderTest.selvarajah())).as(page).isEqualTo(404);
        }
        for (var page : List.of("/mother/visits/99", "/mother/visits/13")) {
            assertThat(status(page, CareUnderTest.nimali())).as(page).isEqualTo(404);
        }
    }

    @Test
    void asksTheRegistryOnce() throws Exception {
        read(PAGE);
        assertThat(REGISTRY.asked(SUMMARY)).hasSize(1);
        read(HERS, CareUnderTest.nimali(), "en");
        assertThat(REGISTRY.asked(SUMMARY)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsWordsInEachLanguage(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        assertThat(read(HERS, CareUnderTest.nimali(), language)).doesNotContain("??");
    }

    /** Every answer that may be written down has a word: none would be shown as a code. */
    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasAWordForWhateverMayBeAnswered(String language) throws Exception {
        for (var name : VisitFields.OF_ONE_VISIT) {
            var field = Dictionary.anc().require(name);
            for (var answer : field.answers()) {
                answered(name, EARLIER, new CodeableConcept().addCoding(coding(field.primary(), answer.code())));
            }
            answered(name, EARLIER, new BooleanType(true));
        }
        REGISTRY.answers(SUMMARY, record);

        assertThat(read("/doctor/mothers/1/visits/12", CareUnderTest.selvarajah(), language))
                .doesNotContain("??");
    }

    private static Coding coding(Code system, String code) {
        return new Coding().setSystem(system.system()).setCode(code);
    }

    private int status(String path, SignedInPerson person) {
        return pages.get()
                .uri(path)
                .with(authentication(signedIn(person)))
                .exchange()
                .getResponse()
                .getStatus();
    }

    /** What stands between the header and the footer, as it is read. */
    private String words(String path, SignedInPerson person) throws Exception {
        return read(path, person, "en")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([,.:;])", "$1");
    }

    private Encounter contact(String reference) {
        return record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .filter(contact ->
                        reference.endsWith("/" + contact.getIdElement().getIdPart()))
                .findFirst()
                .orElseThrow();
    }

    private static Extension note(String text) {
        return new Extension("https://ancregistry.org/fhir/StructureDefinition/anc-note", new StringType(text));
    }

    private void added(String id, String on, String note) {
        var addition = contact(THE_VISIT).copy();
        addition.setId("Encounter/" + id);
        addition.setExtension(new ArrayList<>(List.of(note(note))));
        addition.setStatus(EncounterStatus.FINISHED)
                .setPartOf(new Reference(THE_VISIT))
                .setServiceProvider(null)
                .setParticipant(null);
        addition.addParticipant().setIndividual(new Reference().setDisplay("K. Kumari"));
        addition.getPeriod().setStartElement(new DateTimeType(on));
        record.addEntry().setResource(addition);
    }

    private void measured(String field, String contact, double value, String unit) {
        answered(field, contact, new Quantity(value).setUnit(unit).setCode(unit));
    }

    private void answered(String field, String contact, Type value) {
        var observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(code(field))
                .setEncounter(new Reference(contact))
                .setEffective(new DateTimeType("2026-11-21T20:00:00Z"))
                .setValue(value);
        observation.setId("Observation/" + (100 + record.getEntry().size()));
        record.addEntry().setResource(observation);
    }

    private void medicine(String text, String dose, String contact) {
        var medicine = new MedicationStatement()
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(new CodeableConcept().setText(text))
                .setContext(new Reference(contact));
        medicine.addDosage().setText(dose);
        record.addEntry().setResource(medicine);
    }

    private void vaccine(String field, String contact) {
        record.addEntry()
                .setResource(new Immunization()
                        .setStatus(ImmunizationStatus.COMPLETED)
                        .setVaccineCode(code(field))
                        .setEncounter(new Reference(contact))
                        .setOccurrence(new DateTimeType("2026-11-22")));
    }

    private void referral(String to, String contact) {
        var referral = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setEncounter(new Reference(contact))
                .setAuthoredOnElement(new DateTimeType("2026-11-22"))
                .addReasonCode(new CodeableConcept().setText("BP 142/92 at home visit."))
                .addPerformer(new Reference("Organization/9").setDisplay(to));
        referral.setId("ServiceRequest/50");
        record.addEntry().setResource(referral);
    }

    private static CodeableConcept code(String field) {
        var primary = Dictionary.anc().require(field).primary();
        return new CodeableConcept().addCoding(coding(primary, primary.code()));
    }
}
