package org.ancregistry.portals.midwife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One person's browser, without JavaScript. */
final class Browser {

    private final MockMvcTester pages;
    private final SignedInPerson person;
    private final String language;

    Browser(MockMvcTester pages, SignedInPerson person, String language) {
        this.pages = pages;
        this.person = person;
        this.language = language;
    }

    MockHttpServletResponse open(String address) {
        return pages.get()
                .uri(address)
                .with(authentication(new TestingAuthenticationToken(person, null, List.of())))
                .header("Accept-Language", language)
                .exchange()
                .getResponse();
    }

    /** The page's text, which must be there and complete. */
    String read(String address) throws Exception {
        var answer = open(address);
        assertThat(answer.getStatus())
                .as(address + " " + answer.getRedirectedUrl())
                .isEqualTo(200);
        return whole(answer);
    }

    /** The page that an answer leads to, with what is said there once. */
    String follow(MvcTestResult answered) throws Exception {
        var page = pages.get()
                .uri(String.valueOf(answered.getResponse().getRedirectedUrl()))
                .with(authentication(new TestingAuthenticationToken(person, null, List.of())))
                .flashAttrs(new HashMap<>(answered.getMvcResult().getFlashMap()))
                .header("Accept-Language", language)
                .exchange()
                .getResponse();
        return whole(page);
    }

    MockHttpServletResponse send(String address, String... fields) {
        return sent(address, fields).getResponse();
    }

    MvcTestResult sent(String address, String... fields) {
        var form = pages.post().uri(address);
        for (var field = 0; field < fields.length; field += 2) {
            form = form.param(fields[field], fields[field + 1]);
        }
        return form.with(authentication(new TestingAuthenticationToken(person, null, List.of())))
                .with(csrf())
                .header("Accept-Language", language)
                .exchange();
    }

    static String whole(MockHttpServletResponse answer) throws Exception {
        var page = answer.getContentAsString();
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n".strip() + page.substring(page.lastIndexOf("</html>") + 7));
        assertThat(page).doesNotContain("??", "style=\"", "onclick", "null");
        return page;
    }
}
