package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A doctor opens a record in an emergency, under her own name and with a reason. */
class EmergencyPageTest extends CarePagesTests {

    private static final String EMERGENCY = "Patient/$break-glass";
    private static final String WHOSE = "Patient/$whose-phn";
    private static final String WHY = "She came unconscious and bleeds.";

    private static void heldByNimali() {
        var held = new Parameters();
        held.addParameter("patient", new Reference("Patient/1"));
        held.addParameter("initials", "N S P");
        held.addParameter("birth-year", new IntegerType(1996));
        var opened = new Parameters();
        opened.addParameter("patient", new Reference("Patient/1"));
        opened.addParameter("until", new InstantType("2026-11-22T06:00:00.000Z"));
        REGISTRY.answers(WHOSE, held).answers(EMERGENCY, opened);
    }

    @Test
    void saysWhoseNumberItIsBeforeAnythingIsOpened() {
        heldByNimali();
        assertThat(send("/doctor/emergency", "phn", PHN))
                .hasStatusOk()
                .bodyText()
                .contains("2047 KTR9MX 5", "N S P", "born in 1996", "Open her record now");
        assertThat(send("/doctor/emergency/open", "phn", PHN, "kind", "emergency-care", "understood", "yes"))
                .as("a number for which the page named nobody")
                .hasStatusOk()
                .bodyText()
                .contains("born in 1996");
        assertThat(REGISTRY.asked(EMERGENCY)).isEmpty();
    }

    @Test
    void opensARecordInAnEmergencyWithAReasonOnly() {
        heldByNimali();
        assertThat(open("requestId", "r1"))
                .hasStatus(422)
                .bodyText()
                .contains("kind-error", "understood-error", "N S P")
                .doesNotContain("reason-error");
        assertThat(open("requestId", "r1", "kind", "other", "reason", "bleeds", "understood", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("reason-error");
        assertThat(REGISTRY.asked(EMERGENCY)).isEmpty();
        assertThat(open("requestId", "r1", "kind", "other", "reason", WHY, "understood", "yes"))
                .hasRedirectedUrl("/doctor/mothers/1/summary");
        assertThat(text(REGISTRY.lastAsked(EMERGENCY), "reason")).isEqualTo(WHY);
        assertThat(text(REGISTRY.lastAsked(EMERGENCY), "kind")).isEqualTo("other");
        assertThat(text(REGISTRY.lastAsked(EMERGENCY), "request-id")).isEqualTo("r1");
    }

    @Test
    void asksForNoWordsInEmergencyCare() {
        heldByNimali();
        assertThat(open("kind", "emergency-care", "understood", "yes")).hasRedirectedUrl("/doctor/mothers/1/summary");
        assertThat(REGISTRY.lastAsked(EMERGENCY).hasParameter("reason")).isFalse();
    }

    private MvcTestResult open(String... more) {
        var fields = Stream.concat(Stream.of("phn", PHN, "shown", PHN, "initials", "N S P"), Stream.of(more));
        return send("/doctor/emergency/open", fields.toArray(String[]::new));
    }

    @Test
    void saysThatNobodyHoldsTheNumberAndWhomToCall() {
        REGISTRY.refuses(WHOSE, 404, "not-found");
        assertThat(send("/doctor/emergency", "phn", PHN))
                .hasStatus(422)
                .bodyText()
                .contains("phn-error", "Read it once more", "If it must be now, call:", "Call your MOH office")
                .doesNotContain("Open her record now");
    }

    @Test
    void tellsWhoIsRefusedWhomToCall() {
        heldByNimali();
        REGISTRY.refuses(EMERGENCY, 403, "forbidden");
        assertThat(open("kind", "emergency-care", "understood", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("Have another doctor open it", "If it must be now, call:");
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
