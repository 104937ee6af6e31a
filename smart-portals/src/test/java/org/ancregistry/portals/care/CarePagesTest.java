package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = CareUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class CarePagesTest {

    private static final String PHN = "2047KTR9MX5";
    private static final String VISIT = "/doctor/mothers/1/visits/new";
    private static final String RECORD = "Patient/1/$record-anc-visit";

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void answer() {
        REGISTRY.forget();
        REGISTRY.answers(SUMMARY, CareUnderTest.record()).answers(RECORD, new Parameters());
    }

    @Test
    void showsWhoseRecordItIsAndWhatWasFound() throws Exception {
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("Nimali Sanduni Perera", "2047 KTR9MX 5", "31+4 weeks", "20 January 2027")
                .contains("144/94", "Severe headache", "VOG clinic, Base Hospital Demo")
                .contains("Entered in error")
                .doesNotContain("??");
    }

    @Test
    void asksTheRegistryOnceForAPage() throws Exception {
        read("/doctor/mothers/1/summary");

        assertThat(REGISTRY.asked(SUMMARY)).hasSize(1);
    }

    @Test
    void showsADenialAsADenial() throws Exception {
        assertThat(read("/doctor/mothers/1/summary")).containsPattern("Epilepsy</?[^>]*>?: No|Epilepsy.{0,40}: No");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws Exception {
        for (var path : List.of("/doctor", "/doctor/mothers/1/summary", VISIT)) {
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        }
        for (var path : List.of("/mother", "/mother/visits", "/mother/records", "/mother/appointments")) {
            assertThat(read(path, CareUnderTest.nimali(), language)).doesNotContain("??");
        }
    }

    @Test
    void opensARecordInTheClinicsCareByItsNumber() {
        var found = new Bundle();
        found.addEntry().setResource(new Patient().setId("1"));
        REGISTRY.answers("Patient/_search", found);

        assertThat(send("/doctor/find", "phn", "2047-ktr9mx 5").getResponse().getRedirectedUrl())
                .isEqualTo("/doctor/mothers/1/summary");
    }

    @Test
    void saysWhatANumberLooksLikeWhenItCannotBeOne() throws Exception {
        assertThat(send("/doctor/find", "phn", "12%").getResponse().getContentAsString())
                .contains("8 to 20 digits and letters", "value=\"12%\"");
    }

    @Test
    void asksForTheBirthDateOfAWomanWhoIsNotInTheClinicsCare() throws Exception {
        REGISTRY.answers("Patient/_search", new Bundle());

        assertThat(send("/doctor/find", "phn", "2047KTR9MX5").getResponse().getContentAsString())
                .contains("Her birth date", "she can see that it was opened");
    }

    @Test
    void checksHerInAndOpensHerRecord() {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference("Patient/1"));
        REGISTRY.answers("Patient/$check-in", answer);

        assertThat(checkIn().getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        assertThat(text(REGISTRY.lastAsked("Patient/$check-in"), "birth-date")).isEqualTo("1997-03-14");
    }

    @Test
    void answersEveryMissAtCheckInAlikeAndKeepsWhatWasTyped() throws Exception {
        REGISTRY.refuses("Patient/$check-in", 404, "not-found");

        assertThat(checkIn().getResponse().getContentAsString())
                .contains("do not belong together, or there is no such number", "value=\"1997\"");
    }

    @Test
    void sendsAVisitWithItsVersionAndItsNo() {
        assertThat(send(VISIT, visit("answers[pallor]", "no")).getResponse().getRedirectedUrl())
                .isEqualTo("/doctor/mothers/1/summary");

        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(text(sent, "based-on")).isEqualTo("4");
        assertThat(text(sent, "request-id")).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(answer(sent, "pallor")).isEqualTo("false");
        assertThat(answer(sent, "danger_none")).isEqualTo("true");
        assertThat(answer(sent, "oedema")).isNull();
    }

    @Test
    void refusesAPressureThatCannotBeAndKeepsEverything() throws Exception {
        var page = send(VISIT, visit("answers[systolic]", "820", "note", "came with her mother"))
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("between 40 and 300", "value=\"820\"", "came with her mother");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void asksOnceMoreAboutARareValueAndSendsWhichOneWasConfirmed() throws Exception {
        var rare = visit("answers[systolic]", "150");

        assertThat(send(VISIT, rare).getResponse().getContentAsString())
                .contains("Is this right?", "value=\"systolic=150\"");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();

        send(VISIT, visit("answers[systolic]", "150", "confirmed", "systolic=150"));
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(confirmed(sent)).containsExactly("systolic");
    }

    @Test
    void asksAgainAboutAnotherRareValueInTheSameBox() throws Exception {
        var changed = visit("answers[systolic]", "155", "confirmed", "systolic=150");

        assertThat(send(VISIT, changed).getResponse().getContentAsString()).contains("Is this right?");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void showsAVeryHighPressureBeforeAnythingElseAndKeepsTheEntries() throws Exception {
        hospital();
        var page = send(
                        VISIT,
                        visit(
                                "answers[systolic]",
                                "172",
                                "answers[diastolic]",
                                "114",
                                "date.day",
                                "99",
                                "note",
                                "came alone"))
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Very high blood pressure: act now", "Repeat within 15 minutes", "172 mmHg")
                .contains("name=\"note\" value=\"came alone\"", "name=\"answers[weight]\" value=\"64.9\"")
                .contains("answers[repeat_systolic]", "Base Hospital Demo", "refer-now")
                .doesNotContain("Is this right?");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void lookedAtAtOnceSaysThatADangerSignCannotWait() throws Exception {
        hospital();
        var page = send(
                        VISIT,
                        "dangers",
                        "danger_convulsing",
                        "urgent.step",
                        "look",
                        "date.day",
                        "22",
                        "date.month",
                        "11",
                        "date.year",
                        "2026")
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Send her to hospital now", "Convulsing");
    }

    @Test
    void lookedAtAtOnceFindsNothingWrongWithWhatIsNotEnteredYet() throws Exception {
        var page = send(
                        VISIT,
                        "urgent.step",
                        "look",
                        "date.day",
                        "22",
                        "date.month",
                        "11",
                        "date.year",
                        "2026",
                        "answers[systolic]",
                        "118",
                        "answers[diastolic]",
                        "74")
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Nothing entered so far is urgent").doesNotContain("dangers-error");
    }

    @Test
    void sendsHerToHospitalByOnePressWithWhatWasEntered() {
        var page = send(
                VISIT,
                visit(
                        "answers[systolic]",
                        "172",
                        "answers[diastolic]",
                        "114",
                        "urgent.step",
                        "refer",
                        "urgent.to",
                        "Organization/9"));

        assertThat(page.getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(answer(sent, "systolic")).isEqualTo("172 mm[Hg]");
        var referral = sent.getParameter("referral").getPart();
        assertThat(((Reference) referral.get(0).getValue()).getReference()).isEqualTo("Organization/9");
        assertThat(referral.get(1).getValue().primitiveValue()).isEqualTo("urgent");
        assertThat(referral.get(2).getValue().primitiveValue())
                .startsWith("Very high blood pressure on the first reading: ")
                .contains("172", "114");
    }

    @Test
    void sendsHerToHospitalThoughNothingElseWasAsked() {
        send(
                VISIT,
                "requestId",
                "00000000-0000-0000-0000-000000000001",
                "basedOn",
                "4",
                "contactType",
                "home-visit",
                "dangers",
                "danger_convulsing",
                "date.day",
                "22",
                "date.month",
                "11",
                "date.year",
                "2026",
                "urgent.step",
                "refer",
                "urgent.to",
                "Organization/9");

        assertThat(answer(REGISTRY.lastAsked(RECORD), "danger_convulsing")).isEqualTo("true");
    }

    @Test
    void gradesByTheSecondReading() throws Exception {
        hospital();
        var calmer = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "answers[repeat_systolic]",
                "150",
                "answers[repeat_diastolic]",
                "95",
                "urgent.step",
                "look",
                "urgent.seen",
                "R-BP-SEVERE-1");
        assertThat(send(VISIT, calmer).getResponse().getContentAsString()).contains("Nothing entered so far is urgent");

        var severe = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "answers[repeat_systolic]",
                "168",
                "answers[repeat_diastolic]",
                "112",
                "urgent.step",
                "look",
                "urgent.seen",
                "R-BP-SEVERE-1");
        assertThat(send(VISIT, severe).getResponse().getContentAsString())
                .contains("Severe hypertension", "Send her to hospital now");
    }

    @Test
    void goesOnWithoutAReferralAndKeepsTheEntries() throws Exception {
        var on = visit(
                "answers[systolic]",
                "172",
                "answers[diastolic]",
                "114",
                "urgent.step",
                "on",
                "urgent.seen",
                "R-BP-SEVERE-1",
                "note",
                "came alone");

        assertThat(send(VISIT, on).getResponse().getContentAsString())
                .contains("value=\"172\"", "came alone", "name=\"urgent.seen\" value=\"R-BP-SEVERE-1\"");
    }

    @Test
    void showsWhatIsUrgentAndOpenFirstWithTheReferralPrepared() throws Exception {
        hospital();
        REGISTRY.answers(SUMMARY, risky());
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("Urgent, and nobody has sent her yet", "Very high blood pressure on the first reading")
                .contains("name=\"contact\"", "Base Hospital Demo")
                .contains("Rh negative", "R-RH 1", "High risk");

        var sent = send(
                "/doctor/mothers/1/referral",
                "requestId",
                "r-1",
                "basedOn",
                "4",
                "contact",
                "Encounter/31",
                "contactType",
                "field-clinic",
                "to",
                "Organization/9",
                "reason",
                "Very high blood pressure on the first reading");
        assertThat(sent.getResponse().getRedirectedUrl()).startsWith("/doctor/mothers/1/summary");
        var asked = REGISTRY.lastAsked(RECORD);
        assertThat(text(asked, "correction")).isEqualTo("addendum");
        assertThat(((Reference) asked.getParameter("corrects").getValue()).getReference())
                .isEqualTo("Encounter/31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void tellsTheReasonsOfARiskInEachLanguage(String language) throws Exception {
        hospital();
        REGISTRY.answers(SUMMARY, risky());
        var reason = Map.of("si", "Rh සෘණ", "ta", "Rh எதிர்மறை", "en", "Rh negative");
        assertThat(read("/doctor/mothers/1/summary", CareUnderTest.selvarajah(), language))
                .contains(reason.get(language))
                .doesNotContain("??");
    }

    @Test
    void asksWhyARiskIsLoweredAndSendsTheReason() throws Exception {
        REGISTRY.refuses("Patient/1/$grade-risk", 400, "grade-reason-missing", "reason");
        var refused =
                send("/doctor/mothers/1/risk", "requestId", "r-1", "assessment", "RiskAssessment/70", "grade", "low");
        assertThat(refused.getMvcResult().getFlashMap().get("gradeWrong")).isEqualTo("grade-reason-missing");

        REGISTRY.answers("Patient/1/$grade-risk", new Parameters());
        send(
                "/doctor/mothers/1/risk",
                "requestId",
                "r-2",
                "assessment",
                "RiskAssessment/70",
                "grade",
                "low",
                "reason",
                "Looked again");
        var asked = REGISTRY.lastAsked("Patient/1/$grade-risk");
        assertThat(text(asked, "grade")).isEqualTo("risk-grade-low");
        assertThat(text(asked, "reason")).isEqualTo("Looked again");
    }

    @Test
    void asksForADangerSignOrTheirAbsence() throws Exception {
        var page = send(
                        VISIT,
                        "requestId",
                        "00000000-0000-0000-0000-000000000001",
                        "basedOn",
                        "4",
                        "date.day",
                        "22",
                        "date.month",
                        "11",
                        "date.year",
                        "2026",
                        "answers[systolic]",
                        "118",
                        "answers[diastolic]",
                        "74")
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("dangers-error");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void showsWhatChangedMeanwhileAndKeepsTheEntries() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");

        var page =
                send(VISIT, visit("note", "came with her mother")).getResponse().getContentAsString();

        assertThat(page).contains("Somebody else saved a visit meanwhile", "came with her mother", "name=\"basedOn\"");
    }

    @Test
    void showsAWomanHerOwnRecordOnly() throws Exception {
        assertThat(read("/mother", CareUnderTest.nimali(), "en"))
                .contains("31+4 weeks", "26 November 2026, 09:00", "20 January 2027");
        assertThat(read("/mother/visits", CareUnderTest.nimali(), "en"))
                .contains("144/94", "64.8 kg")
                .doesNotContain("Entered in error", "75 kg");
    }

    private static void hospital() {
        var found = new Bundle();
        var hospital = new Organization().setActive(true).setName("Base Hospital Demo");
        hospital.setId("Organization/9");
        found.addEntry().setResource(hospital);
        REGISTRY.answers("Organization", found);
    }

    /** Her record with an assessment, and something urgent that nobody has done anything about. */
    private static Bundle risky() {
        var record = CareUnderTest.record();
        var risk = new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL);
        risk.setId("RiskAssessment/70");
        risk.setOccurrence(new DateTimeType("2026-11-20T09:30:00+05:30"));
        risk.addExtension("https://ancregistry.org/fhir/StructureDefinition/anc-risk-grade", code("risk-grade-high"));
        var rh = risk.addPrediction().setOutcome(code("R-RH")).setQualitativeRisk(code("risk-grade-high"));
        rh.addExtension("https://ancregistry.org/fhir/StructureDefinition/anc-rule-version", new StringType("1"));
        record.addEntry().setResource(risk);
        var issue = new DetectedIssue()
                .setStatus(DetectedIssue.DetectedIssueStatus.FINAL)
                .setCode(code("R-BP-SEVERE-1"));
        issue.setId("DetectedIssue/71");
        record.addEntry().setResource(issue);
        return record;
    }

    private static CodeableConcept code(String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setCode(code);
        return concept;
    }

    private static List<String> confirmed(Parameters sent) {
        return sent.getParameter().stream()
                .filter(part -> part.getName().equals("answer"))
                .filter(part -> part.getPart().size() == 3)
                .map(part -> part.getPart().get(0).getValue().primitiveValue())
                .toList();
    }

    private static String[] visit(String... more) {
        var all = new LinkedHashMap<String, String>();
        all.put("requestId", "00000000-0000-0000-0000-000000000001");
        all.put("basedOn", "4");
        all.put("contactType", "vog-clinic");
        all.put("date.day", "22");
        all.put("date.month", "11");
        all.put("date.year", "2026");
        all.put("dangers", "danger_none");
        all.put("answers[systolic]", "118");
        all.put("answers[diastolic]", "74");
        all.put("answers[weight]", "64.9");
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private MvcTestResult checkIn() {
        return send(
                "/doctor/check-in",
                "phn",
                "2047KTR9MX5",
                "birthDate.day",
                "14",
                "birthDate.month",
                "3",
                "birthDate.year",
                "1997");
    }

    @Test
    void opensARecordInAnEmergencyWithAReasonOnly() {
        var emergency = "Patient/$break-glass";
        var opened = new Parameters();
        opened.addParameter("patient", new Reference("Patient/1"));
        opened.addParameter("until", new InstantType("2026-11-22T06:00:00.000Z"));
        REGISTRY.answers(emergency, opened);
        assertThat(send("/doctor/emergency", "phn", PHN))
                .hasStatusOk()
                .bodyText()
                .contains("2047 KTR9MX 5");
        assertThat(send("/doctor/emergency/open", "phn", PHN, "requestId", "r1", "reason", "bleeds"))
                .hasStatus(422)
                .bodyText()
                .contains("reason-error", "understood-error");
        assertThat(REGISTRY.asked(emergency)).isEmpty();
        var why = "She came unconscious and bleeds.";
        assertThat(send("/doctor/emergency/open", "phn", PHN, "requestId", "r1", "reason", why, "understood", "yes"))
                .hasRedirectedUrl("/doctor/mothers/1/summary");
        assertThat(text(REGISTRY.lastAsked(emergency), "reason")).isEqualTo(why);
        assertThat(text(REGISTRY.lastAsked(emergency), "request-id")).isEqualTo("r1");
    }

    @Test
    void saysThatNobodyHoldsTheNumberInAnEmergency() {
        REGISTRY.refuses("Patient/$break-glass", 404, "not-found");
        assertThat(send("/doctor/emergency/open", "phn", PHN, "reason", "She came unconscious.", "understood", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("phn-error", "Read it once more");
    }

    private MvcTestResult send(String path, String... fields) {
        var request = pages.post().uri(path).with(csrf()).with(authentication(signedIn(CareUnderTest.selvarajah())));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String read(String path) throws Exception {
        return read(path, CareUnderTest.selvarajah(), "en");
    }

    private String read(String path, SignedInPerson person, String language) throws Exception {
        var answer = pages.get()
                .uri(path)
                .locale(Locale.forLanguageTag(language))
                .param("lang", language)
                .with(authentication(signedIn(person)))
                .exchange();
        assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
        return answer.getResponse().getContentAsString();
    }

    private static TestingAuthenticationToken signedIn(SignedInPerson person) {
        return new TestingAuthenticationToken(person, null, List.of());
    }

    private static String text(Parameters sent, String name) {
        return sent.getParameter(name).getValue().primitiveValue();
    }

    private static String answer(Parameters sent, String field) {
        return sent.getParameter().stream()
                .filter(part -> part.getName().equals("answer"))
                .filter(part ->
                        part.getPart().get(0).getValue().primitiveValue().equals(field))
                .map(part -> part.getPart().get(1).getValue())
                .map(value -> value instanceof PrimitiveType<?> simple
                        ? simple.getValueAsString()
                        : value instanceof Quantity number
                                ? number.getValue().toPlainString() + " " + number.getCode()
                                : value.toString())
                .findFirst()
                .orElse(null);
    }
}
