package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An allergy or an illness of which somebody learns after her registration. */
class LearntPageTest extends CarePagesTests {

    private static final String PAGE = "/doctor/mothers/1/learnt";
    private static final String NONE = "ANC.B6.DE58";
    private static final String PENICILLIN = "ANC.B6.DE69";

    @Test
    void isOfferedAtHerHistory() throws Exception {
        assertThat(read("/doctor/mothers/1/summary")).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void addsWhatIsTickedToHerNewestVisit() {
        var page = add("allergies", PENICILLIN, "illnesses", "hx_heart");
        assertThat(page.getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        var asked = REGISTRY.lastAsked(RECORD);
        assertThat(answer(asked, "allergies")).isEqualTo(PENICILLIN);
        assertThat(answer(asked, "hx_heart")).isEqualTo("true");
        assertThat(text(asked, "correction")).isEqualTo("addendum");
        assertThat(text(asked, "based-on")).isEqualTo("4");
    }

    @Test
    void addsAnAllergyInWordsAndThatSheKnowsOfNone() {
        REGISTRY.answers(SUMMARY, allergic(null));
        add("words", "Shellfish");
        assertThat(answer(REGISTRY.lastAsked(RECORD), "allergies")).isEqualTo("Shellfish");
        add("allergies", PENICILLIN, "words", "Shellfish");
        assertThat(REGISTRY.lastAsked(RECORD).getParameter().stream()
                        .filter(part -> part.getName().equals("answer"))
                        .map(part -> part.getPart().get(1).getValue().primitiveValue()))
                .containsExactly(PENICILLIN, "Shellfish");
        REGISTRY.answers(SUMMARY, withoutAllergy());
        add("allergies", NONE);
        assertThat(answer(REGISTRY.lastAsked(RECORD), "allergies")).isEqualTo(NONE);
    }

    @Test
    void refusesAtTheFieldWhatCannotBeTogether() throws Exception {
        REGISTRY.answers(SUMMARY, allergic(null));
        assertThat(refused()).contains("Tick or write what she has");
        assertThat(refused("allergies", NONE)).contains("id=\"allergies-error\"");
        assertThat(refused("illnesses", "hx_hiv")).contains("There is a problem");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void offersNoKnownAllergiesOnlyWhereNoneIsOnRecord() throws Exception {
        REGISTRY.answers(SUMMARY, allergic(null));
        assertThat(read(PAGE)).doesNotContain("value=\"" + NONE + "\"");
        REGISTRY.answers(SUMMARY, withoutAllergy());
        assertThat(read(PAGE)).contains("value=\"" + NONE + "\"");
    }

    @Test
    void leadsToStrikingOutTheAdditionThatWasWrong() throws Exception {
        REGISTRY.answers(SUMMARY, allergic("Encounter/99"));
        assertThat(read(PAGE)).contains("/doctor/mothers/1/visits/99/strike");
        assertThat(read("/doctor/mothers/1/summary"))
                .as("at the addition itself")
                .containsPattern("(?s)Visits.*Allergy:.*Penicillin.*History");
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyWasFaster() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");
        assertThat(add("words", "Shellfish").getResponse().getContentAsString()).contains("value=\"Shellfish\"");
    }

    @Test
    void speaksThreeLanguages() throws Exception {
        assertThat(read(PAGE, CareUnderTest.selvarajah(), "si")).contains("අසාත්මිකතාවක් හෝ රෝගයක්");
        assertThat(read(PAGE, CareUnderTest.selvarajah(), "ta")).contains("ஒவ்வாமை அல்லது நோயை");
    }

    private String refused(String... typed) throws Exception {
        var answer = add(typed).getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString();
    }

    private MvcTestResult add(String... typed) {
        var usual = Map.of("requestId", "r-1", "madeAt", "2026-11-22T05:00:00Z", "basedOn", "4");
        return send(PAGE, fields(usual, typed));
    }

    private static Bundle withoutAllergy() {
        var record = CareUnderTest.record();
        record.getEntry().removeIf(entry -> entry.getResource() instanceof AllergyIntolerance);
        return record;
    }

    /** @param addition at which it was written down, an Encounter that adds to another */
    private static Bundle allergic(String addition) {
        var record = withoutAllergy();
        var allergy = new AllergyIntolerance()
                .setPatient(new Reference("Patient/1"))
                .setCode(new CodeableConcept(new Coding()
                        .setSystem("http://smart.who.int/anc/CodeSystem/anc-custom-codes")
                        .setCode(PENICILLIN)
                        .setDisplay("Penicillin")));
        if (addition != null) {
            allergy.setEncounter(new Reference(addition));
            var first = record.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(Encounter.class::isInstance)
                    .map(Encounter.class::cast)
                    .filter(one -> one.getStatus() == Encounter.EncounterStatus.FINISHED)
                    .findFirst()
                    .orElseThrow();
            var added = first.copy()
                    .setPartOf(new Reference("Encounter/" + first.getIdElement().getIdPart()));
            added.setId(addition);
            record.addEntry().setResource(added);
        }
        record.addEntry().setResource(allergy);
        return record;
    }
}
