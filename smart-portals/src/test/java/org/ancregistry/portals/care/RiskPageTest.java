package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the rules found about a mother, and what is done about it on her page. */
class RiskPageTest extends CarePagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"miscarriage", "birth"})
    void saysWhatWasFoundOnceThePregnancyIsOverAndCallsNobodyToAct(String outcome) throws Exception {
        var record = EndedRecords.of(outcome);
        risky().getEntry().stream()
                .filter(entry ->
                        entry.getResource() instanceof RiskAssessment || entry.getResource() instanceof DetectedIssue)
                .forEach(record::addEntry);
        REGISTRY.answers(SUMMARY, record);
        var midwife = new SignedInPerson("Practitioner/9", Role.MIDWIFE, "Organization/9", null, Set.of(), "K. Kumari");
        var page = read("/midwife/mothers/1/summary", midwife, "en");
        assertThat(page)
                .contains("Risk found during the pregnancy", "Very high blood pressure", "Rh negative")
                .doesNotContain("Urgent", "High risk", "Send her", "Give another grade", "class=\"anc-line\"")
                .doesNotContain("could not be assessed", "To do and to know");
        assertThat(page)
                .as("what outlives a pregnancy is still there")
                .contains("href=\"/midwife/mothers/1\"", "href=\"/midwife/mothers/1/move\"", "/mothers/1/apps\"");
        assertThat(page).as("her charts can be read").contains("upper 122 (26) – 144 (31+4) mmHg");
    }

    @Test
    void showsWhatIsUrgentAndOpenFirstWithTheReferralPrepared() throws Exception {
        hospital();
        REGISTRY.answers(SUMMARY, risky());
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("Urgent, and nobody has sent her yet", "Very high blood pressure on the first reading")
                .contains("name=\"contact\"", "Base Hospital Demo", "How does she get there?")
                .contains("Rh negative", "rule R-RH, version 1", "High risk");

        var sent = send(
                "/doctor/mothers/1/referral",
                "requestId",
                "r-1",
                "madeAt",
                "2026-11-22T04:55:00Z",
                "basedOn",
                "4",
                "contact",
                "Encounter/31",
                "contactType",
                "field-clinic",
                "to",
                "Organization/9",
                "transport",
                "P",
                "reason",
                "Very high blood pressure on the first reading");
        assertThat(sent.getResponse().getRedirectedUrl()).startsWith("/doctor/mothers/1/summary");
        var asked = REGISTRY.lastAsked(RECORD);
        assertThat(text(asked, "correction")).isEqualTo("addendum");
        assertThat(asked.getParameter("referral").getPart())
                .extracting(part -> part.getName() + " " + part.getValue().primitiveValue())
                .contains("transport P");
        assertThat(((Reference) asked.getParameter("corrects").getValue()).getReference())
                .isEqualTo("Encounter/31");
        assertThat(((DateTimeType) asked.getParameter("contact-date").getValue()).getValue())
                .as("the moment of the page, however late it is pressed")
                .isEqualTo("2026-11-22T04:55:00Z");
    }

    @Test
    void saysBesideEachReasonWhatToDo() throws Exception {
        hospital();
        REGISTRY.answers(SUMMARY, risky());
        assertThat(read("/midwife/mothers/1/summary"))
                .contains("Call now. Repeat the blood pressure within 15 minutes; do not wait for it")
                .contains("Antibody screen now and at 28 weeks, anti-D, VOG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"midwife", "doctor"})
    void showsTheGradeBesideTheNameOnEveryPageOfARecord(String portal) throws Exception {
        REGISTRY.answers(SUMMARY, risky());
        var page = read("/" + portal + "/mothers/1/dating");
        assertThat(page.substring(page.indexOf("anc-banner__name"), page.indexOf("</section>")))
                .contains("High risk");
    }

    /** She is as ill as before she was sent. */
    @ParameterizedTest
    @CsvSource({"ACTIVE, Nobody has written there yet that she came", "COMPLETED, The referral is answered."})
    void keepsWhatIsMostSeriousInSightWhenSheWasSentAndWhenTheClinicReplied(ServiceRequestStatus status, String became)
            throws Exception {
        REGISTRY.answers(SUMMARY, preeclampsia(ReferralPageTest.referred(status, "Organization/9")));
        assertThat(strip("/midwife/mothers/1/summary"))
                .contains("Severe pre-eclampsia", "Found on 20 November 2026.", became)
                .doesNotContain("nobody has sent her");
    }

    @Test
    void leadsTheDoctorToTheReplyAndTheMidwifeToTheLetter() throws Exception {
        REGISTRY.answers(
                SUMMARY, preeclampsia(ReferralPageTest.referred(ServiceRequestStatus.ACTIVE, "Organization/9")));
        assertThat(strip("/doctor/mothers/1/summary"))
                .contains("/referrals/70/reply")
                .doesNotContain("/referrals/70/letter", "/visits/new");
        assertThat(strip("/midwife/mothers/1/summary"))
                .contains("/referrals/70/letter")
                .doesNotContain("/reply", "/refer\"");
        REGISTRY.answers(SUMMARY, preeclampsia(CareUnderTest.record()));
        assertThat(strip("/doctor/mothers/1/summary")).contains("/visits/new");
        assertThat(strip("/midwife/mothers/1/summary")).contains("No referral is written.", "/mothers/1/refer\"");
    }

    /** Of five grave findings a phone shows one in full and three as chips. */
    @Test
    void putsTheGravestFirstAndTheOthersBelowAsChips() throws Exception {
        var page = strip("/doctor/mothers/1/summary", preeclampsia(CareUnderTest.record()));
        assertThat(page.indexOf("Severe pre-eclampsia")).isPositive().isLessThan(page.indexOf("anc-chips"));
        assertThat(page.substring(page.indexOf("anc-chips")))
                .contains("Danger sign", "Severe anaemia", "Rh negative", "href=\"#risk\"", "1 more")
                .doesNotContain("HIV positive");
    }

    /** On a phone she would scroll past four charts first. */
    @Test
    void putsRiskAndTheOpenReferralBeforeTheCharts() throws Exception {
        REGISTRY.answers(
                SUMMARY, preeclampsia(ReferralPageTest.referred(ServiceRequestStatus.ACTIVE, "Organization/9")));
        var page = read("/doctor/mothers/1/summary");
        assertThat(page.indexOf("id=\"referral-h-1\"")).isPositive().isLessThan(page.indexOf("anc-charts"));
        assertThat(page.indexOf("id=\"risk\"")).isPositive().isLessThan(page.indexOf("anc-charts"));
    }

    private String strip(String path, Bundle record) throws Exception {
        REGISTRY.answers(SUMMARY, record);
        return strip(path);
    }

    private String strip(String path) throws Exception {
        var page = read(path);
        var begins = page.indexOf("class=\"anc-alert\"");
        assertThat(begins).as("the strip").isPositive();
        return page.substring(begins, page.indexOf("</section>", begins));
    }

    /** Urgent things about which something was done, so that nothing is open. */
    private static Bundle preeclampsia(Bundle record) {
        var risk = new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL);
        risk.setId("RiskAssessment/70");
        risk.setOccurrence(new DateTimeType("2026-11-20T09:30:00+05:30"));
        risk.addExtension("https://ancregistry.org/fhir/StructureDefinition/anc-risk-grade", code("risk-grade-urgent"));
        List.of("R-PE-SEVERE", "R-DANGER").forEach(rule -> met(risk, rule, "risk-grade-urgent"));
        List.of("R-ANAEMIA-SEVERE", "R-RH", "R-HIV").forEach(rule -> met(risk, rule, "risk-grade-high"));
        record.addEntry().setResource(risk);
        return record;
    }

    private static void met(RiskAssessment risk, String rule, String grade) {
        risk.addPrediction().setOutcome(code(rule)).setQualitativeRisk(code(grade));
    }

    @Test
    void asksForTheHospitalWhereThereAreSeveral() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital Demo");
        REGISTRY.answers(SUMMARY, risky());
        assertThat(read("/doctor/mothers/1/summary")).contains("<option value=\"\">Choose");

        var sent = send(
                "/doctor/mothers/1/referral",
                "requestId",
                "r-1",
                "madeAt",
                "2026-11-22T04:55:00Z",
                "to",
                "",
                "transport",
                "A");
        assertThat(flashed(sent, "hospitalMissing")).isEqualTo(true);
        assertThat(flashed(sent, "transportTyped")).isEqualTo("A");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void refusesAPageThatDoesNotSayWhenItWasMade() {
        assertThat(send("/doctor/mothers/1/referral", "requestId", "r-1", "to", "Organization/9"))
                .hasStatus(400);
    }

    @Test
    void tellsWhatIsUrgentThoughThereIsNoContactToReferFrom() throws Exception {
        hospital();
        var record = risky();
        record.getEntry().removeIf(entry -> entry.getResource() instanceof Encounter);
        REGISTRY.answers(SUMMARY, record);
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("Urgent, and nobody has sent her yet", "Very high blood pressure on the first reading");
    }

    @Test
    void proposesNoGradeWhereNothingWasAssessed() throws Exception {
        hospital();
        var record = risky();
        record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(RiskAssessment.class::isInstance)
                .map(RiskAssessment.class::cast)
                .forEach(risk -> {
                    risk.setExtension(List.of());
                    risk.setPrediction(List.of());
                });
        REGISTRY.answers(SUMMARY, record);
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("<option value=\"\">Choose</option><option value=\"low\">Low risk");
    }

    @Test
    void asksForAGradeBeforeTheRegistryIsAsked() {
        var sent =
                send("/doctor/mothers/1/risk", "requestId", "r-1", "assessment", "RiskAssessment/70", "reason", "ill");
        assertThat(flashed(sent, "gradeWrong")).isEqualTo("grade");
        assertThat(flashed(sent, "reasonTyped")).isEqualTo("ill");
        assertThat(REGISTRY.asked("Patient/1/$grade-risk")).isEmpty();
    }

    @Test
    void doesNotCallEveryRefusalAMissingReason() {
        REGISTRY.refuses("Patient/1/$grade-risk", 400, "parameter-invalid", "reason");
        var sent =
                send("/doctor/mothers/1/risk", "requestId", "r-1", "assessment", "RiskAssessment/70", "grade", "low");
        assertThat(flashed(sent, "gradeWrong")).isEqualTo("other");
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
        assertThat(flashed(refused, "gradeWrong")).isEqualTo("reason");

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

    /** Her record with an assessment, and something urgent that nobody has done anything about. */
    static Bundle risky() {
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

    private static @Nullable Object flashed(MvcTestResult answer, String what) {
        return answer.getMvcResult().getFlashMap().get(what);
    }

    private static CodeableConcept code(String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setCode(code);
        return concept;
    }
}
