package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.junit.jupiter.api.Test;

/** The registry does not answer: what somebody of the staff typed stays in the page, ready for one press. */
class NothingLostTest extends CarePagesTests {

    @Test
    void keepsATypedVisitForAnotherTry() throws Exception {
        REGISTRY.isDown(RECORD);
        var page = send(VISIT, visit("note", "She said \"better\" & <smiled>", "_csrf", "old-token"));
        assertThat(page).hasStatus(503).bodyText().contains("Nothing was lost.", "Try again");
        assertThat(page.getResponse().getContentAsString())
                .contains(
                        "action=\"" + VISIT + "\"",
                        "name=\"answers[systolic]\" value=\"118\"",
                        "name=\"requestId\" value=\"00000000-0000-0000-0000-000000000001\"",
                        "value=\"She said &quot;better&quot; &amp; &lt;smiled&gt;\"")
                .doesNotContain("old-token")
                .containsPattern("[2-9B-Y]{4}-[2-9B-Y]{4}");
    }

    @Test
    void offersAPageThatCouldNotBeReadOnceMore() {
        REGISTRY.isDown(SUMMARY);
        var page = pages.get()
                .uri("/doctor/mothers/1/summary?lang=en")
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange();
        assertThat(page)
                .hasStatus(503)
                .bodyText()
                .contains("href=\"/doctor/mothers/1/summary?lang=en\">Try again", "Nothing was lost.");
    }
}
