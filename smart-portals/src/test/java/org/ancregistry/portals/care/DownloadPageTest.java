package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A woman takes her record along as a file. */
class DownloadPageTest extends CarePagesTests {

    private static final String PAGE = "/mother/download";

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void warnsOfPhonesThatOthersUseBeforeAnythingIsSent(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.nimali(), language))
                .contains("anc-note--warn", "action=\"/mother/download\"")
                .doesNotContain("??");
        assertThat(REGISTRY.asked(SUMMARY)).isEmpty();
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
}
