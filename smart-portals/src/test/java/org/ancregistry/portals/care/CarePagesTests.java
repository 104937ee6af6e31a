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
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.TimeType;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A doctor at the pages about one mother, behind which a registry answers as it is told. */
@SpringBootTest(
        classes = CareUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
abstract class CarePagesTests {

    static final String PHN = "2047KTR9MX5";

    static final String VISIT = "/doctor/mothers/1/visits/new";

    static final String CLINIC = "Organization/9/$clinic-days";

    static final String RECORD = "Patient/1/$record-anc-visit";

    @Autowired
    MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void answer() {
        REGISTRY.forget();
        REGISTRY.answers(SUMMARY, CareUnderTest.record())
                .answers(RECORD, new Parameters())
                .answers(CLINIC, clinicDays())
                .answers("Encounter", new Bundle())
                .answers("Task", new Bundle())
                .answers("ServiceRequest", new Bundle());
    }

    /** Her record says that she reads that language. */
    static void speaking(String language) {
        var record = CareUnderTest.record();
        var patient = (Patient) record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .findFirst()
                .orElseThrow();
        patient.addCommunication().setLanguage(spoken("en".equals(language) ? "si" : "en"));
        patient.addCommunication().setLanguage(spoken(language)).setPreferred(true);
        REGISTRY.answers(SUMMARY, record);
    }

    private static CodeableConcept spoken(String language) {
        return new CodeableConcept(new Coding("urn:ietf:bcp:47", language, null));
    }

    /** One that has places left, and one that is full. */
    static Parameters clinicDays() {
        var answer = new Parameters();
        clinicDay(answer, "2026-11-30", 12);
        clinicDay(answer, "2026-12-03", 20);
        return answer;
    }

    private static void clinicDay(Parameters answer, String date, int booked) {
        var day = answer.addParameter().setName("day");
        day.addPart().setName("date").setValue(new DateType(date));
        day.addPart().setName("opens").setValue(new TimeType("08:30:00"));
        day.addPart().setName("places").setValue(new IntegerType(20));
        day.addPart().setName("booked").setValue(new IntegerType(booked));
    }

    static String answer(Parameters sent, String field) {
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

    static void hospital() {
        hospitals("Base Hospital Demo");
    }

    /** From Organization/9 on. */
    static void hospitals(String... names) {
        var found = new Bundle();
        for (var i = 0; i < names.length; i++) {
            var hospital = new Organization().setActive(true).setName(names[i]);
            hospital.setId("Organization/" + (9 + i));
            found.addEntry().setResource(hospital);
        }
        REGISTRY.answers("Organization", found);
    }

    static String[] visit(String... more) {
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
        return fields(all, more);
    }

    /** What a form usually sends, with some of it in place of the usual: names and values in turn. */
    static String[] fields(Map<String, String> usual, String... more) {
        var all = new LinkedHashMap<>(usual);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    MvcTestResult send(String path, String... fields) {
        var request = pages.post().uri(path).with(csrf()).with(authentication(signedIn(CareUnderTest.selvarajah())));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    String read(String path) throws Exception {
        return read(path, CareUnderTest.selvarajah(), "en");
    }

    String read(String path, SignedInPerson person, String language) throws Exception {
        var answer = pages.get()
                .uri(path)
                .locale(Locale.forLanguageTag(language))
                .param("lang", language)
                .with(authentication(signedIn(person)))
                .exchange();
        assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(200);
        return answer.getResponse().getContentAsString();
    }

    static TestingAuthenticationToken signedIn(SignedInPerson person) {
        return new TestingAuthenticationToken(person, null, List.of());
    }

    static String text(Parameters sent, String name) {
        return sent.getParameter(name).getValue().primitiveValue();
    }
}
