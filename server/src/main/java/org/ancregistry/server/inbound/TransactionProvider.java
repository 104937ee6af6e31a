package org.ancregistry.server.inbound;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.interceptors.InboundBundle;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.identityfeed.Receiving;
import org.ancregistry.operations.importanc.Importing;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;

/**
 * {@code POST [base]}: a transaction, stored as it stands; what a registered importer or another registry sends is read
 * instead, so that a system that knows only the FHIR base works as it is.
 */
public final class TransactionProvider {

    private final IFhirSystemDao<Bundle, Meta> store;
    private final Importing importing;
    private final Receiving receiving;

    TransactionProvider(IFhirSystemDao<Bundle, Meta> store, Importing importing, Receiving receiving) {
        this.store = store;
        this.importing = importing;
        this.receiving = receiving;
    }

    @Transaction
    public Bundle transaction(RequestDetails request, @TransactionParam Bundle bundle) {
        var inbound = InboundBundle.of(request).orElse(null);
        if (inbound == null) {
            return store.transaction(request, bundle);
        }
        var caller = Callers.of(request);
        return switch (inbound) {
            case IMPORT -> importing.take(caller, bundle, request.loadRequestContents());
            case IDENTITY_FEED -> receiving.take(caller, bundle);
        };
    }
}
