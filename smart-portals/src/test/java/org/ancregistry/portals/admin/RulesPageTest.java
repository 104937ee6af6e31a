package org.ancregistry.portals.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.signin.SignedInPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The rules in force, as an administrator reads them. */
@SpringBootTest(classes = AdminUnderTest.class, properties = "anc.base-url=http://localhost")
@AutoConfigureMockMvc
class RulesPageTest {

    @Autowired
    private MockMvcTester browser;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", AdminUnderTest.DIRECTORY::base);
    }

    @Test
    void showsEveryRuleWithItsNumbersAndWhereTheyComeFrom() throws UnsupportedEncodingException {
        var page = open(AdminUnderTest.administrator(), "en").getContentAsString();
        assertThat(RuleBook.shipped().definitions())
                .allSatisfy(rule -> assertThat(page).contains("id=\"" + rule.id() + "\""));
        assertThat(page)
                .contains(
                        "160 mmHg",
                        "weeks",
                        "href=\"#rules-urgent\"",
                        "id=\"rules-urgent\"",
                        "WHO SMART ANC DAK",
                        "In use",
                        "Not in use")
                .doesNotContain("mm[Hg]", " wk<", "10*3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void hasWordsForEveryRule(String language) throws UnsupportedEncodingException {
        assertThat(open(AdminUnderTest.administrator(), language).getContentAsString())
                .doesNotContain("??");
    }

    @Test
    void isTheAdministratorsAlone() {
        assertThat(open(AdminUnderTest.supervisor(), "en").getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse open(SignedInPerson person, String language) {
        return browser.get()
                .uri("/admin/rules")
                .with(authentication(new TestingAuthenticationToken(person, null, List.of())))
                .header("Accept-Language", language)
                .exchange()
                .getResponse();
    }
}
