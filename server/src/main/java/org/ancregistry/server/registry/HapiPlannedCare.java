package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Orders;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.operations.recordoutcome.PlannedCare;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;

/** What is planned, found by searches that store nothing; what was called off, by the Provenance of that act. */
final class HapiPlannedCare implements PlannedCare {

    private static final int MOST = 200;

    private static final Map<String, Class<? extends Resource>> PLANS = Map.of(
            "Appointment", Appointment.class,
            "CarePlan", CarePlan.class,
            "ServiceRequest", ServiceRequest.class,
            "Task", Task.class);

    private final DaoRegistry daos;
    private final Records records;
    private final TestOrders orders;

    HapiPlannedCare(DaoRegistry daos, Records records, TestOrders orders) {
        this.orders = orders;
        this.daos = daos;
        this.records = records;
    }

    @Override
    public List<Resource> open(String patient) {
        var open = new ArrayList<Resource>(search(Appointment.class, "patient", patient));
        search(CarePlan.class, "patient", patient).stream()
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                .forEach(open::add);
        open.addAll(requests(patient));
        search(Task.class, "patient", patient).stream()
                .filter(task -> Tasks.isOpen(task) && Tasks.isOfPregnancy(task))
                .forEach(open::add);
        return open;
    }

    /** A test that has a result still waits for somebody to look at it. */
    private List<ServiceRequest> requests(String patient) {
        orders.hold(patient);
        var active = search(ServiceRequest.class, "patient", patient).stream()
                .filter(request -> request.getStatus() == ServiceRequestStatus.ACTIVE)
                .toList();
        var answered = orders
                .resultsOf(patient, active.stream().map(Canon::referenceTo).toList())
                .stream()
                .flatMap(result -> Orders.answeredBy(result).stream())
                .toList();
        return active.stream()
                .filter(request -> !answered.contains(Canon.referenceTo(request)))
                .toList();
    }

    @Override
    public List<Resource> calledOffAt(String contact) {
        return search(Provenance.class, "target", contact).stream()
                .flatMap(act -> act.getTarget().stream())
                .map(Reference::getReferenceElement)
                .map(target -> target.toUnqualifiedVersionless().getValue())
                .distinct()
                .<Resource>flatMap(target -> plan(target).stream())
                .toList();
    }

    private Optional<? extends Resource> plan(String target) {
        var type = PLANS.get(target.substring(0, target.indexOf('/')));
        return type == null ? Optional.empty() : records.read(type, target);
    }

    private <R extends Resource> List<R> search(Class<R> type, String parameter, String reference) {
        var search = SearchParameterMap.newSynchronous()
                .add(parameter, new ReferenceParam(reference))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(type).searchForResources(search, new SystemRequestDetails());
    }
}
