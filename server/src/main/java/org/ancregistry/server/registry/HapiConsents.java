package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import org.ancregistry.operations.Consents;
import org.hl7.fhir.r4.model.Consent;

/** Consents that hold now, found by a search that stores nothing. */
final class HapiConsents implements Consents {

    private static final int MOST = 50;

    private final DaoRegistry daos;

    HapiConsents(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public List<Consent> active(String patient) {
        var search = SearchParameterMap.newSynchronous()
                .add(Consent.SP_PATIENT, new ReferenceParam(patient))
                .add(Consent.SP_STATUS, new TokenParam("active"))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(Consent.class).searchForResources(search, new SystemRequestDetails());
    }
}
