package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
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
    @ValueSource(strings = {PAGE, PAGE + ".pdf"})
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
