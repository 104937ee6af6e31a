package org.ancregistry.operations;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;

/** A woman for whom no test is ordered. */
public class NothingOrdered implements TestOrders {

    @Override
    public void hold(String patient) {}

    @Override
    public List<ServiceRequest> open(String patient) {
        return List.of();
    }

    @Override
    public List<Observation> resultsOf(String patient, Collection<String> orders) {
        return List.of();
    }
}
