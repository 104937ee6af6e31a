package org.ancregistry.operations;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Looks up which tests are ordered and what came of them. */
public interface TestOrders {

    /**
     * Makes whoever else orders tests for her or answers them wait until the caller's transaction has ended.
     *
     * @throws Refusal {@link Problem#REQUEST_BUSY} when it takes too long until it is the caller's turn
     */
    void hold(String patient);

    /** Her orders that wait for a result, or for somebody to look at it. */
    List<ServiceRequest> open(String patient);

    /** Her results of these orders ({@code ServiceRequest/…}) that are not struck out. */
    List<Observation> resultsOf(String patient, Collection<String> orders);
}
