package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoPatient;
import ca.uhn.fhir.jpa.api.dao.PatientEverythingParameters;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.StringOrListParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.ancregistry.operations.summary.WholeRecord;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** A mother's compartment in one search that stores nothing, instead of a search for each type. */
final class HapiWholeRecord implements WholeRecord {

    private final IFhirResourceDaoPatient<Patient> patients;

    HapiWholeRecord(IFhirResourceDao<Patient> patients) {
        this.patients = (IFhirResourceDaoPatient<Patient>) patients;
    }

    @Override
    public List<Resource> of(String patient, List<String> types, int limit) {
        var asked = new PatientEverythingParameters();
        asked.setCount(new IntegerType(limit));
        asked.setTypes(only(types));
        try {
            return patients
                    .patientInstanceEverything(null, new SystemRequestDetails(), asked, new IdType(patient))
                    .getResources(0, limit)
                    .stream()
                    .filter(Resource.class::isInstance)
                    .map(Resource.class::cast)
                    .toList();
        } catch (ResourceNotFoundException missing) {
            return List.of();
        }
    }

    private static StringAndListParam only(List<String> types) {
        var any = new StringOrListParam();
        types.forEach(type -> any.add(new StringParam(type)));
        return new StringAndListParam().addAnd(any);
    }
}
