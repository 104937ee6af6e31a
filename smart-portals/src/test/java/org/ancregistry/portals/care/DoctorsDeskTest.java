package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;

/** What a doctor's pages do for her hands and eyes, and when something beside them fails. */
class DoctorsDeskTest extends CarePagesTests {

    private static final String RECORD_OF_HERS = "/doctor/mothers/1/summary";

    @Test
    void takesAScannersTextWithoutATouch() throws Exception {
        assertThat(read("/doctor"))
                .containsPattern("<input[^>]*name=\"phn\"[^>]*autofocus")
                .contains("data-scan=\"phn\"");
    }

    @Test
    void leadsToTheMistakeAndNotToTheBox() {
        assertThat(send("/doctor/find", "phn", "2047 KTR9?X 5"))
                .hasStatus(422)
                .bodyText()
                .contains("a PHN has no “?”")
                .doesNotContain("autofocus");
    }

    @Test
    void tellsTheLatestValueOfAChartInWordsAndWhereItsLinesComeFrom() throws Exception {
        assertThat(read(RECORD_OF_HERS))
                .contains("144/94 mmHg at 31+4 weeks: high", "160 very high (upper)", "110 very high (lower)")
                .contains("WHO SMART Guidelines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void printsTheReplyInPlaceOfEmptyLines(String language) throws Exception {
        var letter = "/doctor/mothers/1/referrals/70/letter";
        REGISTRY.answers(SUMMARY, referred(ServiceRequestStatus.ACTIVE));
        assertThat(read(letter, CareUnderTest.selvarajah(), language)).contains("anc-letter__line");
        REGISTRY.answers(SUMMARY, referred(ServiceRequestStatus.COMPLETED));
        assertThat(read(letter, CareUnderTest.selvarajah(), language))
                .contains("Scan is normal.")
                .doesNotContain("anc-letter__line", "??");
        assertThat(pages.get()
                        .uri(letter + ".pdf")
                        .param("lang", language)
                        .with(authentication(signedIn(CareUnderTest.selvarajah())))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void showsTheRecordAlsoWhenWhatSheAsksCannotBeRead() throws Exception {
        REGISTRY.isDown("Task");
        assertThat(read(RECORD_OF_HERS))
                .contains("144/94", "What she asks could not be read just now")
                .doesNotContain("??");
    }

    @Test
    void saysOnEachPageUntilWhenARecordStaysOpenThatWasOpenedInAnEmergency() throws Exception {
        var opened = new Parameters();
        opened.addParameter("patient", new Reference("Patient/1"));
        opened.addParameter("until", new InstantType("2026-11-22T06:00:00.000Z"));
        REGISTRY.answers("Patient/$break-glass", opened);
        var session = new MockHttpSession();
        pages.post()
                .uri("/doctor/emergency/open")
                .session(session)
                .with(csrf())
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .param("phn", PHN)
                .param("shown", PHN)
                .param("kind", "emergency-care")
                .param("understood", "yes")
                .exchange();
        for (var path : new String[] {RECORD_OF_HERS, RECORD_OF_HERS, VISIT}) {
            assertThat(page(path, session)).as(path).contains("It stays open for you until 11:30");
        }
        var named = new Bundle();
        var nimali = new Patient();
        nimali.setId("Patient/1");
        nimali.addName().setText("Nimali Sanduni Perera");
        named.addEntry().setResource(nimali);
        REGISTRY.answers("Patient", named);
        assertThat(page("/doctor", session))
                .as("the way back to her")
                .contains("Opened by you in an emergency", "Nimali Sanduni Perera", "Open for you until 11:30");
        REGISTRY.answers("Patient/2/$anc-summary", CareUnderTest.record());
        assertThat(page("/doctor/mothers/2/summary", session)).doesNotContain("It stays open for you until");
    }

    private String page(String path, MockHttpSession session) throws Exception {
        return pages.get()
                .uri(path)
                .session(session)
                .param("lang", "en")
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private static Bundle referred(ServiceRequestStatus status) {
        var referral = new ServiceRequest()
                .setStatus(status)
                .setSubject(new Reference("Patient/1"))
                .setAuthoredOnElement(new DateTimeType("2026-11-15T09:00:00+05:30"))
                .setRequester(new Reference("Practitioner/7"))
                .addPerformer(new Reference("Organization/9"));
        referral.addReasonCode().setText("Raised pressure");
        if (status == ServiceRequestStatus.COMPLETED) {
            referral.addNote().setText("Scan is normal.").setAuthor(new Reference("Practitioner/7"));
        }
        referral.setId("ServiceRequest/70");
        var record = CareUnderTest.record();
        record.addEntry().setResource(referral);
        return record;
    }
}
