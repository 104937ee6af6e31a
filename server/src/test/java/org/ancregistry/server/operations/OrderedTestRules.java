package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.fhir.Orders;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** What {@code $order-tests} and {@code $acknowledge-results} promise, on whichever database. */
abstract class OrderedTestRules extends LaterDecisions {

    private static final String NEGATIVE = "ANC.B9.DE109";

    @Test
    void isOrderedAnsweredByAVisitAndLookedAt() {
        var registered = desk.registered(Clinic.woman(Names.of(141)));
        var order = ordered(registered, "full-blood-count").get(0);
        assertThat(Clinic.refusal(() -> look(desk.clinic.midwife, registered, order)))
                .as("nothing to look at yet")
                .isEqualTo("parameter-invalid");
        visit(registered, desk.clinic.midwife, "haemoglobin", gramsPerDecilitre());
        assertThat(status(order)).as("somebody looks first").isEqualTo(ServiceRequestStatus.ACTIVE);

        assertThat(look(desk.clinic.midwife, registered, order).getParameters("order"))
                .hasSize(1);
        assertThat(status(order)).isEqualTo(ServiceRequestStatus.COMPLETED);
        assertThat(desk.read(ServiceRequest.class, order).getExtension()).hasSize(1);
        assertThat(Clinic.refusal(() -> look(desk.clinic.midwife, registered, order)))
                .isEqualTo("already-decided");
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    @Test
    void isNotOrderedTwiceWhileItWaits() {
        var registered = desk.registered(Clinic.woman(Names.of(142)));
        var first = ordered(registered, "urine", "syphilis");
        assertThat(ordered(registered, "urine", "ultrasound")).hasSize(2).containsAnyElementsOf(first);
        var asked = asking("glucose-tolerance");
        order(desk.clinic.midwife, registered, asked);
        assertThat(Clinic.text(order(desk.clinic.midwife, registered, asked), "repeated"))
                .isEqualTo("true");
    }

    @Test
    void isOneOrderWhenManyOrderTheSameAtOnce() {
        var registered = desk.registered(Clinic.woman(Names.of(148)));
        var all = IntStream.range(0, 6)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> ordered(registered, "urine")))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void isCalledOffWhileItWaits() {
        var registered = desk.registered(Clinic.woman(Names.of(143)));
        var order = ordered(registered, "ultrasound").get(0);
        var off = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(off, "call-off", new Reference(order));
        order(desk.clinic.midwife, registered, off);
        assertThat(status(order)).isEqualTo(ServiceRequestStatus.REVOKED);
        var again = off.copy();
        again.getParameter("request-id").setValue(new StringType(Clinic.id()));
        assertThat(Clinic.refusal(() -> order(desk.clinic.midwife, registered, again)))
                .isEqualTo("already-decided");
        assertThat(ordered(registered, "ultrasound")).doesNotContain(order);
    }

    @Test
    void closesWhenADoctorWritesTheResultHerselfAndWaitsAgainWhenThatIsStruckOut() {
        var registered = desk.registered(Clinic.woman(Names.of(144)));
        var order = ordered(registered, "full-blood-count").get(0);
        refer(registered);
        var visit = visit(registered, desk.clinic.doctor, "haemoglobin", gramsPerDecilitre());
        assertThat(status(order)).isEqualTo(ServiceRequestStatus.COMPLETED);

        strike(registered, visit);
        assertThat(status(order)).isEqualTo(ServiceRequestStatus.ACTIVE);
        assertThat(desk.read(ServiceRequest.class, order).getExtension()).isEmpty();
    }

    @Test
    void staysClosedWhileAnotherResultStands() {
        var registered = desk.registered(Clinic.woman(Names.of(149)));
        var order = ordered(registered, "full-blood-count").get(0);
        visit(registered, desk.clinic.midwife, "haemoglobin", gramsPerDecilitre());
        var again = visit(registered, desk.clinic.midwife, "haemoglobin", gramsPerDecilitre());
        look(desk.clinic.midwife, registered, order);
        strike(registered, again);
        assertThat(status(order)).isEqualTo(ServiceRequestStatus.COMPLETED);
    }

    @Test
    void waitsOnceWhenItWasOrderedAnewAndTheFirstResultIsStruckOut() {
        var registered = desk.registered(Clinic.woman(Names.of(150)));
        var order = ordered(registered, "full-blood-count").get(0);
        var visit = visit(registered, desk.clinic.midwife, "haemoglobin", gramsPerDecilitre());
        look(desk.clinic.midwife, registered, order);
        var anew = ordered(registered, "full-blood-count").get(0);
        assertThat(anew).isNotEqualTo(order);
        strike(registered, visit);
        assertThat(status(order)).isEqualTo(ServiceRequestStatus.COMPLETED);
        assertThat(status(anew)).isEqualTo(ServiceRequestStatus.ACTIVE);
    }

    @Test
    void isNotClosedByAnotherWomansResult() {
        var hers = desk.registered(Clinic.woman(Names.of(152)));
        var anothers = desk.registered(Clinic.woman(Names.of(153)));
        var order = ordered(hers, "full-blood-count").get(0);
        desk.created(new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference(patient(anothers)))
                .setValue(gramsPerDecilitre())
                .addBasedOn(new Reference(order)));
        assertThat(Clinic.refusal(() -> look(desk.clinic.midwife, hers, order))).isEqualTo("parameter-invalid");
    }

    @Test
    void isNotAnsweredByAResultThatIsAbsent() {
        var hers = desk.registered(Clinic.woman(Names.of(155)));
        var order = ordered(hers, "full-blood-count").get(0);
        var result = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference(patient(hers)))
                .addBasedOn(new Reference(order));
        var clotted = result.copy();
        clotted.getDataAbsentReason().setText("Specimen clotted");
        desk.created(clotted);
        assertThat(Clinic.refusal(() -> look(desk.clinic.midwife, hers, order))).isEqualTo("parameter-invalid");
        desk.created(result.setValue(gramsPerDecilitre()));
        assertThat(look(desk.clinic.midwife, hers, order).getParameters("order"))
                .hasSize(1);
    }

    @Test
    void staysToBeLookedAtWhenThePregnancyEnds() {
        var registered = desk.registered(Clinic.woman(Names.of(154)));
        var orders = ordered(registered, "full-blood-count", "urine");
        visit(registered, desk.clinic.midwife, "haemoglobin", gramsPerDecilitre());
        ended(registered);
        assertThat(orders.stream().map(this::status))
                .containsExactly(ServiceRequestStatus.ACTIVE, ServiceRequestStatus.REVOKED);
        look(desk.clinic.midwife, registered, orders.get(0));
        assertThat(status(orders.get(0))).isEqualTo(ServiceRequestStatus.COMPLETED);
    }

    @Test
    void showsHerASyphilisTestOnceSheWasToldInPerson() {
        var registered = desk.registered(Clinic.woman(Names.of(145)));
        ordered(registered, "syphilis");
        visit(registered, desk.clinic.midwife, "syphilis", new CodeType(NEGATIVE));
        var result = result(registered, "ANC.B9.DE107");
        var herself = DecisionDesk.mother(patient(registered));
        assertThatThrownBy(() -> read(herself, result)).isInstanceOf(ResourceNotFoundException.class);
        assertThat(ordersSeenBy(herself, registered)).as("that she was tested").isEmpty();

        var told = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(told, "told", new Reference(result));
        desk.clinic.ask(desk.clinic.midwife, "$acknowledge-results", patient(registered), told);
        assertThat(Orders.isTold(read(herself, result))).isTrue();
        assertThat(Clinic.refusal(() -> desk.clinic.ask(herself, "$acknowledge-results", patient(registered), told)))
                .isEqualTo("forbidden");
    }

    @Test
    void isForThoseWhoCareForHer() {
        var registered = desk.registered(Clinic.woman(Names.of(147)));
        var stranger = TestTokens.caller("Practitioner/77", Role.DOCTOR, desk.clinic.fieldClinic);
        assertThat(Clinic.refusal(() -> order(stranger, registered, asking("urine"))))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> order(desk.midwifeElsewhere(), registered, asking("urine"))))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> order(desk.clinic.midwife, registered, asking("horoscope"))))
                .isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> order(desk.clinic.midwife, registered, asking())))
                .isEqualTo("parameter-invalid");
    }

    private List<String> ordered(Parameters registered, String... tests) {
        return order(desk.clinic.midwife, registered, asking(tests)).getParameter().stream()
                .filter(part -> part.getName().equals("order"))
                .map(order -> ((Reference) order.getValue()).getReference())
                .toList();
    }

    private Parameters order(Caller caller, Parameters registered, Parameters asked) {
        return desk.clinic.ask(caller, "$order-tests", patient(registered), asked);
    }

    private static Parameters asking(String... tests) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        for (var test : tests) {
            Clinic.add(asked, "test", new CodeType(test));
        }
        return asked;
    }

    private Parameters look(Caller caller, Parameters registered, String order) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "order", new Reference(order));
        return desk.clinic.ask(caller, "$acknowledge-results", patient(registered), asked);
    }

    private void ended(Parameters registered) {
        var end =
                new Parameters().addParameter("request-id", Clinic.id()).addParameter("based-on", version(registered));
        Clinic.add(end, "outcome", new CodeType("miscarriage"));
        Clinic.add(
                end,
                "date",
                new DateType(LocalDate.now(ZoneId.of("Asia/Colombo")).toString()));
        desk.clinic.ask(desk.clinic.midwife, "$record-outcome", patient(registered), end);
    }

    private void strike(Parameters registered, Parameters visit) {
        var wrong = desk.clinic.visit(Clinic.id(), version(registered));
        wrong.getParameter().removeIf(part -> part.getName().equals("answer"));
        Clinic.add(wrong, "corrects", new Reference(Clinic.reference(visit, "contact")));
        Clinic.add(wrong, "correction", new CodeType("entered-in-error"));
        wrong.addParameter("correction-reason", "Another woman's blood");
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), wrong);
    }

    private void refer(Parameters registered) {
        var visit = desk.clinic.visit(Clinic.id(), version(registered));
        var referral = visit.addParameter().setName("referral");
        referral.addPart().setName("to").setValue(new Reference(desk.clinic.hospital));
        referral.addPart().setName("urgency").setValue(new CodeType("routine"));
        referral.addPart().setName("reason").setValue(new StringType("Scan"));
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit);
    }

    private Parameters visit(Parameters registered, Caller caller, String field, Type value) {
        var visit = desk.clinic.visit(Clinic.id(), version(registered));
        Clinic.answer(visit, field, value);
        return desk.clinic.ask(caller, "$record-anc-visit", patient(registered), visit);
    }

    private String version(Parameters registered) {
        var pregnancy = (Reference) registered.getParameter("pregnancy").getValue();
        return desk.read(EpisodeOfCare.class, pregnancy.getReference())
                .getMeta()
                .getVersionId();
    }

    private String result(Parameters registered, String code) {
        var found = desk.clinic
                .as(desk.clinic.midwife)
                .search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(patient(registered)))
                .and(Observation.CODE.exactly().code(code))
                .returnBundle(Bundle.class)
                .execute();
        return "Observation/"
                + found.getEntryFirstRep().getResource().getIdElement().getIdPart();
    }

    private List<?> ordersSeenBy(Caller caller, Parameters registered) {
        return desk.clinic
                .as(caller)
                .search()
                .forResource(ServiceRequest.class)
                .where(ServiceRequest.PATIENT.hasId(patient(registered)))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry();
    }

    private Observation read(Caller caller, String result) {
        return desk.clinic
                .as(caller)
                .read()
                .resource(Observation.class)
                .withId(result)
                .execute();
    }

    private ServiceRequestStatus status(String order) {
        return desk.read(ServiceRequest.class, order).getStatus();
    }

    private static Quantity gramsPerDecilitre() {
        return new Quantity()
                .setValue(11)
                .setUnit("g/dL")
                .setSystem("http://unitsofmeasure.org")
                .setCode("g/dL");
    }
}
