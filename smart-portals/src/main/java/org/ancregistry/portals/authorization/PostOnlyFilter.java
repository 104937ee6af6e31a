package org.ancregistry.portals.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Codes, tokens and secrets travel in the body of a POST only, never in an address that logs would keep (RFC 6749 3.2). */
final class PostOnlyFilter extends OncePerRequestFilter {

    static final Set<String> PATHS = Set.of("/oauth2/token", "/oauth2/revoke", "/oauth2/introspect", "/oauth2/par");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.contains(request.getServletPath()) || request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Allow", "POST");
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
