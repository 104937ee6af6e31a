package org.ancregistry.server.fhir;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.security.web.FilterChainProxy;

/**
 * Takes a FHIR request through the firewall and straight to the FHIR server. Sessions, cookies and sign-in pages are of
 * no meaning there, and asking for them took an eighth of the time of a read.
 */
final class FhirDoor implements Filter {

    private final FilterChainProxy guard;
    private final Servlet fhir;

    FhirDoor(FilterChainProxy guard, Servlet fhir) {
        this.guard = guard;
        this.fhir = fhir;
    }

    /** The rest of the chain is for pages. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain forPages)
            throws IOException, ServletException {
        guard.doFilter(request, response, fhir::service);
    }
}
