package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;
import org.ancregistry.operations.AllPregnancies;
import org.ancregistry.operations.fhir.Pregnancies;
import org.hl7.fhir.r4.model.EpisodeOfCare;

/** A woman's pregnancies, found by a search that stores nothing. */
final class HapiPregnancies implements AllPregnancies {

    private static final int MOST = 100;

    private final DaoRegistry daos;

    HapiPregnancies(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public List<EpisodeOfCare> of(String patient) {
        var search = SearchParameterMap.newSynchronous()
                .add(EpisodeOfCare.SP_PATIENT, new ReferenceParam(patient))
                .setLoadSynchronousUpTo(MOST);
        return Pregnancies.newestFirst(
                daos.getResourceDao(EpisodeOfCare.class).searchForResources(search, new SystemRequestDetails()));
    }
}
