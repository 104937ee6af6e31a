package org.ancregistry.interceptors;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/**
 * Marks a transaction that a registered importer sends to the FHIR base. It is not stored as it stands but read by
 * {@code $import-anc-bundle}, so nothing that judges entries that will be stored has to look at it.
 */
public final class InboundBundle {

    private static final String MARK = InboundBundle.class.getName();

    private InboundBundle() {}

    public static void mark(RequestDetails request) {
        request.getUserData().put(MARK, true);
    }

    public static boolean is(RequestDetails request) {
        return request.getUserData().containsKey(MARK);
    }
}
