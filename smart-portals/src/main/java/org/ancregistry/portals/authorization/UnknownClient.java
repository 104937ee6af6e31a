package org.ancregistry.portals.authorization;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells a program that did not prove who it is so, and how it may, as OAuth has it (RFC 6749 section 5.2): a page to sign
 * in at is for people, who come to the authorization endpoint.
 */
final class UnknownClient implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint people;

    UnknownClient(AuthenticationEntryPoint people) {
        this.people = people;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (!PostOnlyFilter.PATHS.contains(request.getServletPath())) {
            people.commence(request, response, failure);
            return;
        }
        answer(response);
    }

    static void answer(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"anc-registry\"");
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("{\"error\":\"invalid_client\"}");
    }
}
