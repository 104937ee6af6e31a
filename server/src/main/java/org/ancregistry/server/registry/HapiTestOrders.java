package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders of tests and their results, found by searches that store nothing. */
final class HapiTestOrders implements TestOrders {

    private static final int MOST = 200;
    private static final int STRIPES = 256;

    private final DaoRegistry daos;
    private final LockStripes locks;

    HapiTestOrders(DaoRegistry daos, JdbcTemplate jdbc) {
        this.daos = daos;
        this.locks = new LockStripes(
                jdbc, "order_lock", STRIPES, "Somebody orders tests for her at this moment: send it again.");
    }

    @Override
    public void hold(String patient) {
        locks.hold(IntStream.of(patient.hashCode()));
    }

    @Override
    public List<ServiceRequest> open(String patient) {
        var search = SearchParameterMap.newSynchronous()
                .add(ServiceRequest.SP_PATIENT, new ReferenceParam(patient))
                .add(ServiceRequest.SP_STATUS, new TokenParam(ServiceRequestStatus.ACTIVE.toCode()))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(ServiceRequest.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(order -> Orders.test(order).isPresent())
                .toList();
    }

    @Override
    public List<Observation> resultsOf(String patient, Collection<String> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var any = new ReferenceOrListParam();
        orders.forEach(order -> any.add(new ReferenceParam(order)));
        var search = SearchParameterMap.newSynchronous()
                .add(Observation.SP_PATIENT, new ReferenceParam(patient))
                .add(Observation.SP_BASED_ON, any)
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(Observation.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(result -> result.getStatus() != ObservationStatus.ENTEREDINERROR)
                .filter(HapiTestOrders::saysSomething)
                .toList();
    }

    /** A specimen that could not be examined answers no order: the test is still to be done. */
    private static boolean saysSomething(Observation result) {
        return result.hasValue() || result.getComponent().stream().anyMatch(part -> part.hasValue());
    }
}
