package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A woman takes her record along as a file. */
class DownloadPageTest extends CarePagesTests {

    private static final String PAGE = "/mother/download";
    private static final String DOCUMENT = "Patient/1/$summary";

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void asksWhoUsesThePhoneBeforeAnythingIsSent(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.nimali(), language))
                .contains("id=\"phone-mine\"", "id=\"phone-others\"")
                .doesNotContain("??", "download-file", "download-pdf");
        assertThat(read(PAGE + "?phone=mine", CareUnderTest.nimali(), language))
                .contains("action=\"/mother/download\"", "id=\"download-file\"", "data-download")
                .doesNotContain("??");
        assertThat(read(PAGE + "?phone=others", CareUnderTest.nimali(), language))
                .doesNotContain("??", "download-file", "download-pdf");
        assertThat(REGISTRY.asked(DOCUMENT)).isEmpty();
    }

    @BeforeEach
    void summarise() {
        REGISTRY.answers(DOCUMENT, CareUnderTest.record());
    }

    @Test
    void givesHerAFileToRead() {
        var answer = pages.post()
                .uri("/mother/download.pdf")
                .with(csrf())
                .with(authentication(signedIn(CareUnderTest.nimali())))
                .exchange()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"clinic.pdf\"");
        assertThat(new String(answer.getContentAsByteArray(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void printsWhereTheLinesOfItsChartsComeFromAndTheNumbersInOneTable() throws IOException {
        try (var file = Loader.loadPDF(paper("/mother/download.pdf", "en"))) {
            assertThat(new PDFTextStripper().getText(file))
                    .contains("WHO SMART Guidelines", "Week 26 31+4", "Blood pressure, upper (mmHg) 122 144");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void fitsWhatMattersMostOnOneSheet(String language) throws IOException {
        REGISTRY.answers(SUMMARY, rich());
        try (var file = Loader.loadPDF(paper("/mother/one-page.pdf", language))) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(file.getPage(0).getMediaBox().getWidth()).isCloseTo(595, within(1f));
        }
    }

    @Test
    void tellsOnThatSheetWhoSheIsWhatSheTakesAndWhereSheIsSent() throws IOException {
        REGISTRY.answers(SUMMARY, rich());
        try (var file = Loader.loadPDF(paper("/mother/one-page.pdf", "en"))) {
            assertThat(new PDFTextStripper().getText(file))
                    .contains("Nimali Sanduni Perera", "2047 KTR9MX 5", "Due 20 January 2027")
                    .contains("Allergies: not recorded", "144/94", "high", "Weight 64.8 kg (22 November 2026)")
                    .contains(
                            "Rh negative",
                            "Medicine 5",
                            "High blood pressure before pregnancy",
                            "Teaching Hospital Demo",
                            "26 November")
                    .as("what was called off or answered")
                    .doesNotContain("Old Hospital");
        }
    }

    @Test
    void tellsAllThatInTheWholeRecordToo() throws IOException {
        REGISTRY.answers(SUMMARY, rich());
        try (var file = Loader.loadPDF(paper("/mother/download.pdf", "en"))) {
            assertThat(new PDFTextStripper().getText(file))
                    .contains(
                            "Allergies: not recorded",
                            "High blood pressure before pregnancy",
                            "Teaching Hospital Demo",
                            "Medicine 5");
        }
    }

    @Test
    void givesStaffThatSheetFromHerSummary() throws Exception {
        assertThat(read("/doctor/mothers/1/summary")).contains("href=\"/doctor/mothers/1/one-page.pdf\"");
        var answer = pages.get()
                .uri("/doctor/mothers/1/one-page.pdf")
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"summary.pdf\"");
        try (var file = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
        }
    }

    /** Her record with a risk, five medicines, an illness and two referrals. */
    private static Bundle rich() {
        var record = RiskPageTest.risky();
        for (var n = 1; n <= 5; n++) {
            record.addEntry()
                    .setResource(new MedicationStatement()
                            .setStatus(MedicationStatement.MedicationStatementStatus.ACTIVE)
                            .setSubject(new Reference("Patient/1"))
                            .setMedication(new CodeableConcept().setText("Medicine " + n)));
        }
        record.addEntry().setResource(referral("Teaching Hospital Demo", ServiceRequestStatus.ACTIVE));
        record.addEntry().setResource(referral("Old Hospital", ServiceRequestStatus.REVOKED));
        return record;
    }

    private static ServiceRequest referral(String to, ServiceRequestStatus status) {
        var referral = new ServiceRequest()
                .setStatus(status)
                .setSubject(new Reference("Patient/1"))
                .addPerformer(new Reference().setDisplay(to))
                .addReasonCode(new CodeableConcept().setText("Raised pressure"));
        referral.setId("ServiceRequest/" + status.toCode());
        return referral;
    }

    @Test
    void saysAtEachVisitWhatWasHigh() throws IOException {
        try (var file = Loader.loadPDF(paper("/mother/download.pdf", "en"))) {
            var visits = new PDFTextStripper().getText(file).replaceAll("(?s).*\nVisits\n", "");
            assertThat(visits)
                    .containsPattern("(?s)144/94.{0,20}high.*122/78")
                    .doesNotContainPattern("(?s)122/78.*high");
        }
    }

    /** Each run of a script has a font of its own; what stands between them is the space that was written. */
    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void keepsADateTogetherThatIsWrittenInTwoScripts(String language) throws IOException {
        try (var file = Loader.loadPDF(paper("/mother/download.pdf", language))) {
            assertThat(GapBefore.find("2027", file))
                    .as("points between month and year")
                    .isBetween(0f, 6f);
        }
    }

    private byte[] paper(String path, String language) {
        return pages.post()
                .uri(path)
                .locale(Locale.forLanguageTag(language))
                .param("lang", language)
                .with(csrf())
                .with(authentication(signedIn(CareUnderTest.nimali())))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void givesHerOwnRecordUnderANameThatSaysNothing() throws Exception {
        var answer = pages.post()
                .uri(PAGE)
                .with(csrf())
                .with(authentication(signedIn(CareUnderTest.nimali())))
                .exchange()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"clinic.json\"");
        assertThat(answer.getContentType()).startsWith("application/fhir+json");
        var file = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.getContentAsString());
        assertThat(file.getEntryFirstRep().getResource().getIdElement().getIdPart())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, PAGE + ".pdf", "/mother/one-page.pdf"})
    void putsNothingOntoAPhoneThatOthersUse(String path) {
        var answer = pages.post()
                .uri(path)
                .cookie(new Cookie("phone", "shared"))
                .with(csrf())
                .with(authentication(signedIn(CareUnderTest.nimali())))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo(PAGE);
        assertThat(REGISTRY.asked(DOCUMENT)).isEmpty();
    }
}
