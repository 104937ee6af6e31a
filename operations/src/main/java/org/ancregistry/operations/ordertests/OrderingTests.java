package org.ancregistry.operations.ordertests;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders tests for a woman who is pregnant. What is ordered already and waits is not ordered a second time. */
public final class OrderingTests {

    private static final Logger LOG = LoggerFactory.getLogger(OrderingTests.class);

    private final Once once;
    private final Reach reach;
    private final OpenPregnancies pregnancies;
    private final Records records;
    private final TestOrders orders;
    private final Clock clock;

    public OrderingTests(
            Once once, Reach reach, OpenPregnancies pregnancies, Records records, TestOrders orders, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.pregnancies = pregnancies;
        this.records = records;
        this.orders = orders;
        this.clock = clock;
    }

    Parameters order(Caller caller, OrderTests asked) {
        Callers.require(caller, Role.DOCTOR, Role.MIDWIFE);
        reach.require(caller, asked.patient());
        if (reach.isEmergency(caller, asked.patient())) {
            throw Problem.FORBIDDEN.because("In an emergency you write one contact. Have her checked in for more.");
        }
        var request = new Asked(asked.requestId(), "$order-tests", asked.content());
        return once.doOnce(caller, request, () -> orderNow(caller, asked)).told();
    }

    private Parameters orderNow(Caller caller, OrderTests asked) {
        orders.hold(asked.patient());
        var pregnancy = pregnancies.of(asked.patient());
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        var open = orders.open(asked.patient());
        var calledOff = calledOff(asked, open);
        var waiting = open.stream().filter(order -> !calledOff.contains(order)).toList();
        var ordered = new ArrayList<ServiceRequest>();
        for (var test : asked.tests()) {
            ordered.add(waiting(test, waiting).orElseGet(() -> Orders.of(test, asked.urgent(), asked.note(), papers)));
        }
        var written = new ArrayList<Resource>(calledOff);
        ordered.stream().filter(order -> !waiting.contains(order)).forEach(written::add);
        if (!written.isEmpty()) {
            written.add(papers.provenance(List.copyOf(written), "UPDATE"));
            records.write(written);
        }
        LOG.info("Ordered {} tests in {} by {}", ordered.size(), Canon.referenceTo(pregnancy), caller.id());
        return answer(ordered);
    }

    private static List<ServiceRequest> calledOff(OrderTests asked, List<ServiceRequest> open) {
        var found = open.stream()
                .filter(order -> asked.calledOff().contains(Canon.referenceTo(order)))
                .toList();
        if (found.size() < asked.calledOff().size()) {
            throw Problem.ALREADY_DECIDED
                    .because("An order that is called off does not wait any more: look at her tests again.")
                    .at("call-off");
        }
        found.forEach(Orders::callOff);
        return found;
    }

    private static Optional<ServiceRequest> waiting(AntenatalTest test, List<ServiceRequest> open) {
        return open.stream()
                .filter(order -> Orders.test(order).filter(test::equals).isPresent())
                .findFirst();
    }

    private static Parameters answer(List<ServiceRequest> ordered) {
        var answer = new Parameters();
        ordered.forEach(
                order -> answer.addParameter().setName("order").setValue(new Reference(Canon.referenceTo(order))));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
