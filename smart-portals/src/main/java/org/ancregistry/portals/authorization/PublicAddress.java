package org.ancregistry.portals.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the token endpoint the address that apps know it by, whatever stands between: a proof of a key is made for that
 * address ({@code htu}, RFC 9449 section 4.2), and a request's own idea of it can be forged. Old caches are told, too,
 * that nothing of its answers is to be kept (RFC 6749 section 5.1).
 */
final class PublicAddress extends OncePerRequestFilter {

    static final String PATH = "/oauth2/token";

    private final String address;

    PublicAddress(Installation installation) {
        this.address = installation.at(PATH).toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Pragma", "no-cache");
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public StringBuffer getRequestURL() {
                        return new StringBuffer(address);
                    }
                },
                response);
    }
}
