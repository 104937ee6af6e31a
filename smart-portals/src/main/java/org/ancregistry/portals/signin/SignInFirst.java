package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads to the sign-in page, in the language that was asked for with the page that somebody wanted: the choice is not made
 * a second time.
 */
final class SignInFirst extends LoginUrlAuthenticationEntryPoint {

    private static final String PAGE = "/sign-in";

    SignInFirst() {
        super(PAGE);
        setFavorRelativeUris(true);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var language = request.getParameter("lang");
        return language != null && language.matches("[a-z]{2}") ? PAGE + "?lang=" + language : PAGE;
    }
}
