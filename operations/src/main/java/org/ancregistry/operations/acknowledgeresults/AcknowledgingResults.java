package org.ancregistry.operations.acknowledgeresults;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that somebody has looked at results, which closes their orders, and that she was told what is told in person. */
public final class AcknowledgingResults {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgingResults.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final TestOrders orders;
    private final Clock clock;

    public AcknowledgingResults(Once once, Reach reach, Records records, TestOrders orders, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.orders = orders;
        this.clock = clock;
    }

    Parameters acknowledge(Caller caller, AcknowledgeResults asked) {
        Callers.require(caller, Role.DOCTOR, Role.MIDWIFE);
        reach.require(caller, asked.patient());
        if (reach.isEmergency(caller, asked.patient())) {
            throw Problem.FORBIDDEN.because("In an emergency you write one contact. Have her checked in for more.");
        }
        var request = new Asked(asked.requestId(), "$acknowledge-results", asked.content());
        return once.doOnce(caller, request, () -> acknowledgeNow(caller, asked)).told();
    }

    private Parameters acknowledgeNow(Caller caller, AcknowledgeResults asked) {
        orders.hold(asked.patient());
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        var seen = answered(asked);
        var told = records.readAll(Observation.class, asked.told()).stream()
                .filter(result -> Canon.isOf(asked.patient(), result.getSubject()))
                .filter(result -> result.getStatus() != ObservationStatus.ENTEREDINERROR)
                .toList();
        requireAll(told, asked.told(), "told");
        seen.forEach(order -> Orders.seen(order, papers));
        told.forEach(result -> Orders.told(result, papers));
        var written = new ArrayList<Resource>(seen);
        written.addAll(told);
        written.add(papers.provenance(List.copyOf(written), "UPDATE"));
        records.write(written);
        LOG.info("Acknowledged {} results of {} by {}", seen.size(), asked.patient(), caller.id());
        return answer(seen);
    }

    /** Orders that wait and have a result. */
    private List<ServiceRequest> answered(AcknowledgeResults asked) {
        var found = orders.open(asked.patient()).stream()
                .filter(order -> asked.orders().contains(Canon.referenceTo(order)))
                .toList();
        if (found.size() < asked.orders().size()) {
            throw Problem.ALREADY_DECIDED
                    .because("Somebody has looked at one of these already, or called it off: look at her tests again.")
                    .at("order");
        }
        var withResult = orders.resultsOf(asked.patient(), asked.orders()).stream()
                .flatMap(result -> Orders.answeredBy(result).stream())
                .toList();
        if (!withResult.containsAll(asked.orders())) {
            throw Problem.PARAMETER_INVALID
                    .because("One of these tests has no result yet.")
                    .at("order");
        }
        return found;
    }

    private static void requireAll(List<? extends Resource> found, Collection<String> asked, String parameter) {
        if (found.size() < asked.size()) {
            throw Problem.NOT_FOUND.because("There is no such result of hers.").at(parameter);
        }
    }

    private static Parameters answer(List<ServiceRequest> seen) {
        var answer = new Parameters();
        seen.forEach(order -> answer.addParameter().setName("order").setValue(new Reference(Canon.referenceTo(order))));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
