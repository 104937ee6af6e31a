package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Optional;
import org.ancregistry.operations.IdentifiedPatients;
import org.hl7.fhir.r4.model.Patient;

/** Records by a number, found by a search that stores nothing. */
final class HapiIdentifiedPatients implements IdentifiedPatients {

    private static final int A_FEW = 10;

    private final DaoRegistry daos;

    HapiIdentifiedPatients(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public Optional<Patient> by(String system, String value) {
        var search = SearchParameterMap.newSynchronous()
                .add(Patient.SP_IDENTIFIER, new TokenParam(system, value))
                .setLoadSynchronousUpTo(A_FEW);
        var inUse = daos.getResourceDao(Patient.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(patient -> !patient.hasActive() || patient.getActive())
                .toList();
        return inUse.size() == 1 ? Optional.of(inUse.get(0)) : Optional.empty();
    }
}
