package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of a mother: ordered, waited for, new, looked at, told. */
class TestsPageTest extends CarePagesTests {

    private static final String TESTS = "/doctor/mothers/1/tests";
    private static final String ORDER = "Patient/1/$order-tests";
    private static final String LOOK = "Patient/1/$acknowledge-results";
    private static final String WHO = "http://smart.who.int/anc";

    private final Bundle record = CareUnderTest.record();

    @BeforeEach
    void order() {
        ordered("81", "full-blood-count", ServiceRequestPriority.URGENT);
        ordered("82", "ultrasound", ServiceRequestPriority.ROUTINE);
        result("91", "ANC.B9.DE186", new Quantity().setValue(new BigDecimal("9.1")), "81");
        result("92", "ANC.B9.DE107", answer("ANC.B9.DE109"), null);
        REGISTRY.answers(SUMMARY, record).answers(ORDER, new Parameters()).answers(LOOK, new Parameters());
    }

    @Test
    void showsWhatIsNewWhatIsWaitedForAndWhatMustBeTold() throws Exception {
        var page = read(TESTS);
        assertThat(page).contains("name=\"order\" id=\"order-81\"", "id=\"told-92\"", "Syphilis test: I told her");
        assertThat(page.substring(page.indexOf("waiting-h")))
                .contains("Ultrasound scan")
                .doesNotContain("order-81");
        assertThat(page).doesNotContain("checked");
        assertThat(read("/doctor/mothers/1/summary")).contains("1 with new results", "1 to tell her", TESTS);
    }

    @Test
    void letsAResultBeToldWhenThePregnancyIsOver() throws Exception {
        var ended = EndedRecords.of("birth");
        record.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Observation found
                        && found.getIdElement().getIdPart().equals("92"))
                .forEach(ended.getEntry()::add);
        REGISTRY.answers(SUMMARY, ended);

        assertThat(read(TESTS)).contains("id=\"told-92\"", "id=\"save-seen\"").doesNotContain("id=\"order-tests\"");
    }

    /** A haemoglobin that rose from 9.1 to 9.9 is low all the same. */
    @Test
    void saysWhetherAValueIsLowAndWhatItWasBefore() throws Exception {
        result("93", "ANC.B9.DE186", new Quantity().setValue(new BigDecimal("9.9")), null, "2026-11-21");
        assertThat(words(TESTS))
                .containsPattern("9\\.9 g/dL *low before: 9\\.1")
                .doesNotContain("↑", "↓");
    }

    @Test
    void marksAPositiveResult() throws Exception {
        result("94", "ANC.B9.DE107", answer("ANC.B9.DE108"), null, "2026-11-21");
        assertThat(words(TESTS)).containsPattern("Positive *abnormal").doesNotContainPattern("Negative *abnormal");
    }

    private String words(String path) throws Exception {
        return read(path).replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
    }

    @Test
    void savesWhatWasLookedAtAndTold() {
        assertThat(send(TESTS + "/seen", "requestId", "r1", "order", "81", "result", "92")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(TESTS);
        var sent = REGISTRY.lastAsked(LOOK);
        assertThat(((Reference) sent.getParameter("order").getValue()).getReference())
                .isEqualTo("ServiceRequest/81");
        assertThat(((Reference) sent.getParameter("told").getValue()).getReference())
                .isEqualTo("Observation/92");
    }

    @Test
    void sendsNothingWhenNothingIsTickedAndSaysSoWhenSomebodyWasFaster() {
        assertThat(send(TESTS + "/seen", "requestId", "r1")
                        .getMvcResult()
                        .getFlashMap()
                        .keySet())
                .contains("nothingTicked");
        REGISTRY.refuses(LOOK, 409, "already-decided");
        assertThat(send(TESTS + "/seen", "requestId", "r2", "order", "81")
                        .getMvcResult()
                        .getFlashMap()
                        .keySet())
                .contains("meanwhile");
    }

    @Test
    void ordersWhatIsTickedAndAsksForSomethingToTick() throws Exception {
        assertThat(send(TESTS + "/orders", "requestId", "r1", "tests", "urine", "urgent", "yes", "note", " Early ")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(TESTS);
        var sent = REGISTRY.lastAsked(ORDER);
        assertThat(text(sent, "test")).isEqualTo("urine");
        assertThat(text(sent, "urgency")).isEqualTo("urgent");
        assertThat(text(sent, "note")).isEqualTo("Early");
        assertThat(send(TESTS + "/orders", "requestId", "r2", "note", "Kept")
                        .getResponse()
                        .getContentAsString())
                .contains("tests-error", "Kept");
    }

    @Test
    void saysThatTheResultsAreSaved() throws Exception {
        var page = pages.get()
                .uri(TESTS)
                .flashAttr("saved", true)
                .param("lang", "en")
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange();
        assertThat(page.getResponse().getContentAsString())
                .contains("The results are saved.")
                .doesNotContain("The visit is saved.");
    }

    @Test
    void callsAnOrderOff() {
        send(TESTS + "/called-off", "requestId", "r1", "order", "82");
        assertThat(((Reference) REGISTRY.lastAsked(ORDER)
                                .getParameter("call-off")
                                .getValue())
                        .getReference())
                .isEqualTo("ServiceRequest/82");
    }

    @Test
    void writesResultsDownAsAnAdditionToHerLastVisit() throws Exception {
        var form = read(TESTS + "/results");
        assertThat(form).contains("answers[placenta]", "answers[ogtt_2h]", "No result");
        assertThat(send(TESTS + "/results", results("answers[ogtt_2h]", "118", "answers[hepb]", "ANC.B9.DE73"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(TESTS);
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(answer(sent, "ogtt_2h")).isEqualTo("118 mg/dL");
        assertThat(answer(sent, "hepb")).isEqualTo("ANC.B9.DE73");
        assertThat(text(sent, "correction")).isEqualTo("addendum");
        assertThat(sent.getParameter("corrects")).isNotNull();
    }

    @Test
    void asksAgainAboutARareResultAndRefusesAnImpossibleOne() throws Exception {
        assertThat(send(TESTS + "/results", results("answers[haemoglobin]", "90"))
                        .getResponse()
                        .getContentAsString())
                .contains("answers-haemoglobin-error");
        assertThat(send(TESTS + "/results", results("answers[haemoglobin]", "6.1"))
                        .getResponse()
                        .getContentAsString())
                .contains("confirmed-1");
        assertThat(send(
                                TESTS + "/results",
                                results(
                                        "answers[haemoglobin]",
                                        "6.1",
                                        "confirmed",
                                        new Rare("haemoglobin", "6.1").key()))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(TESTS);
        assertThat(send(TESTS + "/results", results()).getResponse().getContentAsString())
                .contains("Enter at least one result");
    }

    @Test
    void keepsResultsWhenSomebodyWroteMeanwhile() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");
        assertThat(send(TESTS + "/results", results("answers[ogtt_2h]", "118"))
                        .getResponse()
                        .getContentAsString())
                .contains("value=\"118\"", "Somebody wrote in her record meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsPagesInEachLanguage(String language) throws Exception {
        for (var path :
                new String[] {TESTS, TESTS + "/results", "/midwife/mothers/1/summary", "/doctor/mothers/1/schedule"}) {
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        }
    }

    private static String[] results(String... more) {
        var fields = new String[12 + more.length];
        var always = new String[] {
            "requestId", "r1", "basedOn", "4", "madeAt", "2026-11-22T05:00:00Z",
            "date.day", "21", "date.month", "11", "date.year", "2026"
        };
        System.arraycopy(always, 0, fields, 0, always.length);
        System.arraycopy(more, 0, fields, always.length, more.length);
        return fields;
    }

    private void ordered(String id, String test, ServiceRequestPriority priority) {
        var order = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setPriority(priority)
                .setSubject(new Reference("Patient/1"))
                .setAuthoredOnElement(new DateTimeType("2026-11-15T09:00:00+05:30"))
                .setRequester(new Reference("Practitioner/7"));
        order.getCode()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-test")
                .setCode(test);
        order.setId("ServiceRequest/" + id);
        record.addEntry().setResource(order);
    }

    private void result(String id, String code, Type value, String order) {
        result(id, code, value, order, "2026-11-20");
    }

    private void result(String id, String code, Type value, String order, String on) {
        var result = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(answer(code))
                .setEffective(new DateTimeType(on))
                .addPerformer(new Reference("Practitioner/7"))
                .setValue(value);
        if (order != null) {
            result.addBasedOn(new Reference("ServiceRequest/" + order));
        }
        result.setId("Observation/" + id);
        record.addEntry().setResource(result);
        REGISTRY.answers(SUMMARY, record);
    }

    private static CodeableConcept answer(String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(WHO).setCode(code);
        return concept;
    }
}
