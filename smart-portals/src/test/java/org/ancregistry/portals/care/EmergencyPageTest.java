package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** A doctor opens a record in an emergency, under her own name and with a reason. */
class EmergencyPageTest extends CarePagesTests {

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

    @Test
    void isThereInAnotherLanguageWithTheNumberToBeTypedAgain() throws Exception {
        assertThat(read("/doctor/emergency", CareUnderTest.selvarajah(), "si")).contains("name=\"phn\"", "lang=\"si\"");
        assertThat(read("/doctor/emergency/open", CareUnderTest.selvarajah(), "ta"))
                .contains("name=\"phn\"");
        assertThat(read("/doctor/find", CareUnderTest.selvarajah(), "ta")).contains("name=\"phn\"");
        assertThat(read("/doctor/check-in", CareUnderTest.selvarajah(), "si")).contains("name=\"phn\"");
    }
}
