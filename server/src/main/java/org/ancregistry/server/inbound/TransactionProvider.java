package org.ancregistry.server.inbound;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.interceptors.InboundBundle;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.importanc.Importing;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;

/**
 * {@code POST [base]}: a transaction, stored as it stands; what a registered importer sends is read instead, so that a sync
 * agent that knows only the FHIR base works as it is.
 */
public final class TransactionProvider {

    private final IFhirSystemDao<Bundle, Meta> store;
    private final Importing importing;

    TransactionProvider(IFhirSystemDao<Bundle, Meta> store, Importing importing) {
        this.store = store;
        this.importing = importing;
    }

    @Transaction
    public Bundle transaction(RequestDetails request, @TransactionParam Bundle bundle) {
        return InboundBundle.is(request)
                ? importing.take(Callers.of(request), bundle, request.loadRequestContents())
                : store.transaction(request, bundle);
    }
}
