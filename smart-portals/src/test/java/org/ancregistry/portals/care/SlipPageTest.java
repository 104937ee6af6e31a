package org.ancregistry.portals.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.util.Map;
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
    void isLinkedFromEachVisitThatCounts() throws Exception {
        assertThat(read("/doctor/mothers/1/summary")).contains("href=\"" + SLIP + "\"");
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
