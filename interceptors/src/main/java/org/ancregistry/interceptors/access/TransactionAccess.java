package org.ancregistry.interceptors.access;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;

/** Judges a transaction entry by entry: one that may not be written alone may not be written among others either. */
final class TransactionAccess {

    private static final Pattern CREATE = Pattern.compile("([A-Z][A-Za-z]+)");
    private static final Pattern UPDATE = Pattern.compile("([A-Z][A-Za-z]+)(?:/[A-Za-z0-9\\-.]{1,64}|\\?.+)");

    private TransactionAccess() {}

    static void check(BundleEntryComponent entry, AccessDecision decision) {
        var request = entry.getRequest();
        var method = request.getMethod();
        var type = entry.getResource() == null ? "" : entry.getResource().fhirType();
        var allowed = method != null
                && switch (method) {
                    case POST -> matches(CREATE, request, type) && decision.mayWrite(type, Scopes.Letter.CREATE);
                    case PUT -> matches(UPDATE, request, type) && decision.mayWrite(type, Scopes.Letter.UPDATE);
                    default -> false;
                };
        if (!allowed || (isConditional(request) && !decision.maySearch(type))) {
            throw AccessInterceptor.notForYou();
        }
    }

    private static boolean matches(Pattern shape, BundleEntryRequestComponent request, String type) {
        var url = shape.matcher(String.valueOf(request.getUrl()));
        return url.matches() && url.group(1).equals(type);
    }

    private static boolean isConditional(BundleEntryRequestComponent request) {
        return request.hasIfNoneExist() || request.getUrl().contains("?");
    }
}
