package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
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
    void asksOnceMoreAboutARareValueAndTakesItWhenConfirmed() throws Exception {
        var rare = visit("answers[systolic]", "190");

        assertThat(send(VISIT, rare).getResponse().getContentAsString()).contains("Is this right?");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();

        send(VISIT, visit("answers[systolic]", "190", "confirmed", "yes"));
        assertThat(REGISTRY.asked(RECORD)).hasSize(1);
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
                .map(value -> value instanceof PrimitiveType<?> simple ? simple.getValueAsString() : value.toString())
                .findFirst()
                .orElse(null);
    }
}
