package org.ancregistry.portals.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** In which language a woman meets her own pages. */
class MyLanguageTest extends CarePagesTests {

    @BeforeEach
    void sheReadsTamil() {
        speaking("ta");
    }

    @Test
    void isTheOneOnHerRecordUntilSheChooses() {
        assertThat(whereTo(hers("/mother").header("Accept-Language", "en-LK"))).isEqualTo("/mother?lang=ta");
        assertThat(whereTo(hers("/mother"))).isEqualTo("/mother?lang=ta");
    }

    @Test
    void isHersOnceSheChose() {
        assertThat(whereTo(hers("/mother").cookie(new Cookie("lang", "en")))).isNull();
        assertThat(whereTo(hers("/mother").param("lang", "en"))).isNull();
    }

    /** Whose phone speaks Sinhala set it to Sinhala; English is what phones are sold with. */
    @Test
    void isThePhonesWhereThatIsNotEnglish() {
        assertThat(whereTo(hers("/mother").header("Accept-Language", "si-LK"))).isNull();
    }

    @Test
    void needsNoSecondPageWhereThePhoneSpeaksItAlready() {
        speaking("en");
        assertThat(whereTo(hers("/mother"))).isNull();
    }

    private MockMvcRequestBuilder hers(String path) {
        return pages.get().uri(path).with(authentication(signedIn(CareUnderTest.nimali())));
    }

    private static String whereTo(MockMvcRequestBuilder request) {
        return request.exchange().getResponse().getRedirectedUrl();
    }
}
