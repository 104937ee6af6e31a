package org.ancregistry.server.operations;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoPatient;
import ca.uhn.fhir.jpa.api.dao.PatientEverythingParameters;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.StringOrListParam;
import ca.uhn.fhir.rest.param.StringParam;
import java.util.Collection;
import java.util.List;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;

/** A record as HAPI's own {@code $everything} finds it, to hold our own way of reading against. */
record Everything(RunningRegistry registry) {

    private static final int MOST = 1000;

    /** Encoded and sorted; without whom and what the record names, which HAPI adds though nobody asked for it. */
    List<String> about(String patient, List<String> types) {
        var patients = (IFhirResourceDaoPatient<Patient>)
                registry.bean(DaoRegistry.class).getResourceDao(Patient.class);
        var asked = new PatientEverythingParameters();
        asked.setCount(new IntegerType(MOST));
        var only = new StringOrListParam();
        types.forEach(type -> only.add(new StringParam(type)));
        asked.setTypes(new StringAndListParam().addAnd(only));
        var found = patients.patientInstanceEverything(null, new SystemRequestDetails(), asked, new IdType(patient))
                .getResources(0, MOST);
        return encoded(found.stream()
                .filter(resource -> types.contains(resource.fhirType()))
                .toList());
    }

    /** With all that the store adds: version, time, source and labels. */
    static List<String> encoded(Collection<? extends IBaseResource> resources) {
        var parser = FhirContext.forR4Cached().newJsonParser();
        return resources.stream().map(parser::encodeResourceToString).sorted().toList();
    }
}
