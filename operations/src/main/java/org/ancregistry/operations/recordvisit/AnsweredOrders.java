package org.ancregistry.operations.recordvisit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What a contact does to the tests that are ordered: findings answer them, and findings that are struck out do not. */
final class AnsweredOrders {

    private final TestOrders orders;
    private final Records records;

    AnsweredOrders(TestOrders orders, Records records) {
        this.orders = orders;
        this.records = records;
    }

    /**
     * Has each finding say which order it answers. What a doctor writes down herself she has looked at.
     *
     * @param again orders that wait again as of now
     * @return the orders that are closed by it
     */
    List<ServiceRequest> by(
            Caller caller, DeskPapers papers, Collection<Resource> found, Collection<ServiceRequest> again) {
        var results = observations(found).stream().filter(Orders::isResult).toList();
        if (results.isEmpty()) {
            return List.of();
        }
        orders.hold(papers.patient());
        var waiting = new ArrayList<>(orders.open(papers.patient()));
        waiting.addAll(again);
        var answered = new LinkedHashSet<ServiceRequest>();
        results.forEach(result -> Orders.answer(result, waiting).ifPresent(answered::add));
        if (!caller.has(Role.DOCTOR)) {
            return List.of();
        }
        answered.forEach(order -> Orders.seen(order, papers));
        return List.copyOf(answered);
    }

    /**
     * Her orders that were closed by what is struck out now: they wait again, but where another result stands or the test
     * was ordered anew.
     */
    List<ServiceRequest> waitingAgain(String patient, Collection<Resource> struckOut) {
        var wrong = observations(struckOut);
        var closed = wrong.stream()
                .flatMap(result -> Orders.answeredBy(result).stream())
                .distinct()
                .toList();
        if (closed.isEmpty()) {
            return List.of();
        }
        orders.hold(patient);
        var answered = standing(patient, closed, wrong);
        var waiting = orders.open(patient).stream()
                .flatMap(order -> Orders.test(order).stream())
                .collect(Collectors.toCollection(HashSet::new));
        return records.readAll(ServiceRequest.class, closed).stream()
                .filter(order -> Canon.isOf(patient, order.getSubject()))
                .filter(order -> !answered.contains(Canon.referenceTo(order)))
                .filter(order -> Orders.test(order)
                        .filter(test -> !waiting.contains(test))
                        .isPresent())
                .filter(Orders::reopen)
                .filter(order -> waiting.add(Orders.test(order).orElseThrow()))
                .toList();
    }

    /** Those of the orders that have another result than the wrong ones. */
    private Set<String> standing(String patient, Collection<String> closed, List<Observation> wrong) {
        var struck = wrong.stream().map(Canon::referenceTo).toList();
        return orders.resultsOf(patient, closed).stream()
                .filter(result -> !struck.contains(Canon.referenceTo(result)))
                .flatMap(result -> Orders.answeredBy(result).stream())
                .collect(Collectors.toSet());
    }

    private static List<Observation> observations(Collection<Resource> resources) {
        return resources.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }
}
