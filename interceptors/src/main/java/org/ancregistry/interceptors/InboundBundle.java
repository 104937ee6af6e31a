package org.ancregistry.interceptors;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.IdentitySources;
import org.ancregistry.domain.access.Importers;

/**
 * Marks a transaction that a registered system sends to the FHIR base. It is not stored as it stands but read by an
 * operation, so nothing that judges entries that will be stored has to look at it.
 */
public enum InboundBundle {
    /** What an importer brings, read as by {@code $import-anc-bundle}. */
    IMPORT,
    /** What another registry announces of its numbers (IHE PIXm, ITI-104). */
    IDENTITY_FEED;

    private static final String MARK = InboundBundle.class.getName();

    /** Marks the transaction if the caller is such a system. */
    public static void mark(RequestDetails request, Caller caller, Importers importers, IdentitySources sources) {
        if (importers.behind(caller).isPresent()) {
            request.getUserData().put(MARK, IMPORT);
        } else if (sources.include(caller)) {
            request.getUserData().put(MARK, IDENTITY_FEED);
        }
    }

    public static boolean is(RequestDetails request) {
        return of(request).isPresent();
    }

    public static Optional<InboundBundle> of(RequestDetails request) {
        return Optional.ofNullable((InboundBundle) request.getUserData().get(MARK));
    }
}
