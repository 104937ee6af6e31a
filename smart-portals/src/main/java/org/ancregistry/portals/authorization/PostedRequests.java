package org.ancregistry.portals.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Turns an authorization request that was posted into the same one as an address ({@code authorize-post}), because signing
 * in goes over other pages and only an address can be come back to. The answer of a consent page is posted too, and passes.
 */
final class PostedRequests extends OncePerRequestFilter {

    static final String PATH = "/oauth2/authorize";
    private static final int LONGEST = 8 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(PATH)
                || !request.getMethod().equals("POST")
                || (request.getParameter("response_type") == null && request.getParameter("request_uri") == null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = UriComponentsBuilder.fromPath(request.getContextPath() + PATH);
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                address.queryParam(encoded(name), encoded(value));
            }
        });
        var same = address.build(true).toUriString();
        response.setHeader("Cache-Control", "no-store");
        if (same.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", same);
        }
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
