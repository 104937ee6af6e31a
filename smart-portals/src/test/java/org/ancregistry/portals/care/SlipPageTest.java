package org.ancregistry.portals.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a woman takes home from a visit. */
class SlipPageTest extends CarePagesTests {

    private static final String SLIP = "/doctor/mothers/1/visits/11/slip";

    @Test
    void saysWhatWasMeasuredWhenToComeAgainAndWhenNotToWait() throws Exception {
        assertThat(read(SLIP))
                .contains("Your visit on", "144/94", "2047 KTR9MX 5", "Come again on", "26 November 2026, 09:00")
                .contains("Go to the hospital at once if you have", "Call the ambulance: 1990")
                .as("what is told in person stays off the paper")
                .doesNotContain("Epilepsy", "G2 P1", "??");
    }

    /** Colour comes last: paper may be grey. */
    @Test
    void saysInAWordAndWithAnArrowWhatIsHigh() throws Exception {
        assertThat(read(SLIP))
                .containsPattern(
                        "(?s)144/94</b> mmHg <span class=\"anc-chip anc-chip--warn\"><svg.{0,400}>high</span>");
    }

    /** Whoever has a sign looks at the top of the list of signs, and needs the number there. */
    @Test
    void putsTheNumberOfTheAmbulanceBeforeTheSigns() throws Exception {
        assertThat(read(SLIP))
                .containsSubsequence("Go to the hospital at once", "Call the ambulance: 1990", "Bleeding");
    }

    @ParameterizedTest
    @CsvSource({
        "en, '144/94, then 150/95', second reading",
        "si, '144/94, පසුව 150/95', දෙවන මිනුම",
        "ta, '144/94, பின்னர் 150/95', இரண்டாம் அளவீடு"
    })
    void saysBothReadingsOfHerPressure(String language, String readings, String second) throws Exception {
        CareUnderTest.REGISTRY.answers(CareUnderTest.SUMMARY, measuredTwice());

        assertThat(read(SLIP + "?paper=" + language)).containsSubsequence("144/94", second, "150/95");
        assertThat(read("/doctor/mothers/1/summary", CareUnderTest.selvarajah(), language))
                .contains(readings);
    }

    private static Bundle measuredTwice() {
        var record = CareUnderTest.record();
        var second = new Observation();
        second.setStatus(ObservationStatus.FINAL)
                .setEncounter(new Reference("Encounter/11"))
                .setEffective(new DateTimeType("2026-11-21T20:00:00Z"));
        Map.of("repeat_systolic", 150, "repeat_diastolic", 95)
                .forEach((field, number) -> second.addComponent()
                        .setCode(concept(field))
                        .setValue(new Quantity()
                                .setValue(number)
                                .setSystem("http://unitsofmeasure.org")
                                .setCode("mm[Hg]")));
        second.setId("Observation/99");
        record.addEntry().setResource(second);
        return record;
    }

    private static CodeableConcept concept(String field) {
        var code = Dictionary.anc().require(field).primary();
        return new CodeableConcept(new Coding(code.system(), code.code(), null));
    }

    @ParameterizedTest
    @CsvSource({"si, නැවත පැමිණිය යුතු දිනය", "ta, மீண்டும் வர வேண்டிய நாள்", "en, Come again on"})
    void isInHerLanguageWhateverTheMidwifeReads(String language, String words) throws Exception {
        assertThat(read(SLIP + "?paper=" + language))
                .contains(words, "<html lang=\"" + language + "\"")
                .doesNotContain("??");
        assertThat(read("/doctor/mothers/1/summary")).as("her own pages").contains("<html lang=\"en\"");
    }

    /** Nobody has to think of it: whoever opens the slip gets it in the language that the woman said she reads. */
    @Test
    void isInTheLanguageOnHerRecordWhereNobodyAsksForAnother() throws Exception {
        CarePagesTests.speaking("ta");
        var answer = pages.get()
                .uri(SLIP)
                .cookie(new Cookie("lang", "en"))
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo(SLIP + "?paper=ta");
        assertThat(read(SLIP + "?paper=en")).contains("Come again on");
        CarePagesTests.speaking("en");
        assertThat(read(SLIP)).contains("Come again on");
    }

    @Test
    void isLinkedFromThePageOfAVisitThatCounts() throws Exception {
        assertThat(read("/doctor/mothers/1/visits/11")).contains("href=\"" + SLIP + "\"");
        for (var wrong : Map.of("entered in error", "13", "not hers", "99").entrySet()) {
            assertThat(pages.get()
                            .uri("/doctor/mothers/1/visits/" + wrong.getValue() + "/slip")
                            .with(authentication(signedIn(CareUnderTest.selvarajah())))
                            .exchange())
                    .as(wrong.getKey())
                    .hasStatus(404);
        }
        assertThat(read("/mother/visits", CareUnderTest.nimali(), "en")).doesNotContain("/slip");
    }
}
