package org.ancregistry.server.health;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a woman who does not exist, as the system: it reads nobody's record. */
final class FhirWarmUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FhirWarmUp.class);
    private static final String NOBODY = "nobody";

    private final DaoRegistry stores;

    FhirWarmUp(DaoRegistry stores) {
        this.stores = stores;
    }

    @Override
    public void run() {
        var patients = stores.getResourceDao(Patient.class);
        var search = SearchParameterMap.newSynchronous(Patient.SP_IDENTIFIER, new TokenParam(NOBODY, NOBODY));
        var found = patients.search(search, new SystemRequestDetails()).size();
        LOG.debug("Warm-up search found {}", found);
        read(patients);
    }

    private static void read(IFhirResourceDao<Patient> patients) {
        try {
            patients.read(new IdType("Patient", NOBODY), new SystemRequestDetails());
        } catch (ResourceNotFoundException asExpected) {
            LOG.debug("Warm-up read found nobody");
        }
    }
}
