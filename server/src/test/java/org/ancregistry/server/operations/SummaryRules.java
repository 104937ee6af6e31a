package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A summary is written as its resources are stored, and reads as if HAPI had written it. */
abstract class SummaryRules {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String JSON = "application/fhir+json";

    private final Clinic clinic = new Clinic(registry());

    abstract RunningRegistry registry();

    @Test
    void isTheSameTextThatHapiWouldWrite() {
        var patient = clinic.aVisitedMother();
        var text = summary(patient, "", JSON).body();
        var summary = FHIR.newJsonParser().parseResource(Bundle.class, text);
        assertThat(summary.getEntry().stream()
                        .map(BundleEntryComponent::getResource)
                        .toList())
                .hasSizeGreaterThan(10)
                .allSatisfy(resource -> {
                    assertThat(resource.getIdElement().getIdPart()).isNotBlank();
                    assertThat(resource.getMeta().getVersionId()).isNotBlank();
                    assertThat(resource.getMeta().getLastUpdated()).isNotNull();
                });
        assertThat(text)
                .contains("නිමාලි පෙරේරා")
                .isEqualTo(FHIR.newJsonParser().encodeResourceToString(summary));
    }

    @ParameterizedTest
    @CsvSource({
        "?_pretty=true, application/fhir+json, '{\n  \"resourceType\": \"Bundle\"'",
        "?_format=xml, application/fhir+xml, '<Bundle xmlns'",
        "?_elements=Bundle.type, application/fhir+json, '{\"resourceType\":\"Bundle\"'"
    })
    void isWrittenAnewWhenItIsAskedForOtherwise(String asked, String type, String start) {
        var answer = summary(clinic.aVisitedMother(), asked, "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).startsWith(start);
        assertThat(answer.body().contains("lastUpdated")).isEqualTo(!asked.contains("_elements"));
    }

    @Test
    void aDocumentTellsEveryAnswerInItsOwnSection() {
        var asked = clinic.verified(Clinic.id(), Clinic.id());
        Clinic.everyAnswer(asked);
        var patient = Clinic.reference(clinic.ask(clinic.midwife, "$register-anc", asked), "patient");
        var document = document(patient);
        var composition = (Composition) document.getEntryFirstRep().getResource();
        assertThat(registry().bean(GuideValidator.class).problems(composition)).isEmpty();
        var sections = composition.getSection();
        assertThat(sections)
                .extracting(SectionComponent::getTitle)
                .contains("Problems", "Pregnancy and earlier pregnancies", "Vital signs", "Social history");
        assertThat(words(sections, "Problems")).contains("Type 2 diabetes: no");
        assertThat(entries(document, sections, "Problems"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry).isInstanceOf(Condition.class));
        assertThat(entries(document, sections, "Vital signs"))
                .extracting(entry -> ((Observation) entry).getCode())
                .extracting(code -> code.hasText()
                        ? code.getText()
                        : code.getCodingFirstRep().getCode())
                .contains("85354-9", "Current weight")
                .doesNotContain("Tobacco use", "Highest level of education", "Fetal heart rate");
        assertThat(words(sections, "Medicines")).contains("60 mg").doesNotContain("null");
    }

    @Test
    void tellsAnAllergyThatWasLearntLaterUntilItIsStruckOut() {
        var registered = clinic.ask(
                clinic.midwife, "$register-anc", clinic.registration(Clinic.id(), Clinic.woman("Learns Later")));
        var patient = Clinic.reference(registered, "patient");
        var learnt = correction(registered, Clinic.reference(registered, "contact"), "addendum");
        Clinic.answer(learnt, "allergies", new CodeType("ANC.B6.DE69"));
        Clinic.answer(learnt, "hx_heart", new BooleanType(true));
        var added = clinic.ask(clinic.midwife, "$record-anc-visit", patient, learnt);
        assertThat(words(sections(patient), "Allergies")).contains("Penicillin");
        assertThat(words(sections(patient), "Problems")).contains("Heart disease");
        assertThat(clinic.problemsIn(patient)).isEmpty();

        var struck = correction(added, Clinic.reference(added, "contact"), "entered-in-error");
        clinic.ask(clinic.midwife, "$record-anc-visit", patient, struck);
        assertThat(words(sections(patient), "Allergies")).doesNotContain("Penicillin");
        assertThat(words(sections(patient), "Problems")).doesNotContain("Heart disease");
    }

    private static Parameters correction(Parameters before, String contact, String kind) {
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", Clinic.text(before, "version"))
                .addParameter("contact-date", DateTimeType.now())
                .addParameter("contact-type", new CodeType("field-clinic"))
                .addParameter("correction", new CodeType(kind))
                .addParameter("correction-reason", "Learnt later");
        Clinic.add(asked, "corrects", new Reference(contact));
        return asked;
    }

    private List<SectionComponent> sections(String patient) {
        return ((Composition) document(patient).getEntryFirstRep().getResource()).getSection();
    }

    private Bundle document(String patient) {
        return FHIR.newJsonParser()
                .parseResource(
                        Bundle.class, answer(patient + "/$summary", "", JSON).body());
    }

    private static String words(List<SectionComponent> sections, String title) {
        return named(sections, title).getText().getDivAsString();
    }

    private static List<Resource> entries(Bundle document, List<SectionComponent> sections, String title) {
        var named = named(sections, title).getEntry().stream()
                .map(Reference::getReference)
                .toList();
        return document.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(resource -> named.contains(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart()))
                .toList();
    }

    private static SectionComponent named(List<SectionComponent> sections, String title) {
        return sections.stream()
                .filter(section -> title.equals(section.getTitle()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasTheHeadersOfEveryAnswer() {
        var answer = summary(clinic.aVisitedMother(), "", JSON);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON + ";charset=UTF-8");
        assertThat(answer.headers().firstValue("X-Request-ID")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).contains("no-store"));
    }

    private HttpResponse<String> summary(String patient, String asked, String type) {
        return answer(patient + "/$anc-summary", asked, type);
    }

    private HttpResponse<String> answer(String path, String asked, String type) {
        return Http.send(
                "GET",
                registry().fhirBase() + "/" + path + asked,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + registry().token(clinic.midwife),
                "Accept",
                type);
    }
}
