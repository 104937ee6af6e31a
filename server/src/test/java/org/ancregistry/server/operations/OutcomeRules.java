package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.EmergencyAccess;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code $record-outcome} promises, on whichever database. */
abstract class OutcomeRules extends LaterDecisions {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Colombo"));

    @Test
    void closesAPregnancyWithTwinsAndKeepsToTheGuide() {
        var registered = registered("Twins Mother", 38);
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        desk.clinic.everythingThatFollows(visit);
        var seen = desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit);
        assertThat(registry().bean(AppointmentBook.class).since(patient(registered), Instant.now()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.calledOff()).isFalse());
        var birth = ending("birth", Clinic.text(seen, "version"));
        Clinic.answer(birth, "delivery_place", new CodeType("ANC.End.14"));
        Clinic.answer(birth, "delivery_mode", new CodeType("ANC.End.22"));
        Clinic.answer(birth, "delivery_complications", Clinic.string("Bled more than usual"));
        child(birth, "baby-outcome-live-birth", 2900);
        child(birth, "baby-outcome-live-birth", 1400);
        var ended = ask(registered, birth);
        assertThat(Clinic.text(ended, "status")).isEqualTo("finished");
        assertThat(ended.getParameters("unusual")).hasSize(1);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        assertThat(tabs(registered)).containsExactly("delivered");
        assertThat(counted(registered)).containsEntry("on_delivered", today.toString());
        assertThat(registry().bean(AppointmentBook.class).since(patient(registered), Instant.now()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.calledOff()).isTrue());
        assertThat(desk.read(ServiceRequest.class, Clinic.reference(seen, "referral"))
                        .getStatus()
                        .toCode())
                .isEqualTo("revoked");
    }

    @Test
    void countsNoContactForWritingItDown() {
        var registered = registered("Seen Once", 30);
        var before = counted(registered).get("met_ind_lk_11");
        var ended = ask(registered, ending("miscarriage", Clinic.text(registered, "version")));
        assertThat(counted(registered))
                .containsEntry("on_ended", today.toString())
                .containsEntry("met_ind_lk_11", before);
        takeBack(registered, ended);
        assertThat(counted(registered)).containsEntry("on_ended", "null").containsEntry("met_ind_lk_11", before);
    }

    @Test
    void writesNothingMoreIntoIt() {
        var registered = registered("Is Over", 20);
        var ended = ask(registered, ending("miscarriage", Clinic.text(registered, "version")));
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(ended, "version"));
        assertThat(Clinic.refusal(
                        () -> desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit)))
                .isEqualTo("pregnancy-ended");
        assertThat(Clinic.refusal(() -> ask(registered, ending("miscarriage", Clinic.text(ended, "version")))))
                .isEqualTo("pregnancy-ended");
    }

    @Test
    void takesAnEndingBackAndTheVisitsGoOn() {
        var registered = registered("Wrong Woman", 20);
        var ended = ask(registered, ending("lost-to-follow-up", Clinic.text(registered, "version")));
        assertThat(tabs(registered)).containsExactly("delivered");
        var reopened = takeBack(registered, ended);
        assertThat(Clinic.text(reopened, "status")).isEqualTo("active");
        assertThat(tabs(registered)).contains("all").doesNotContain("delivered");
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(reopened, "version"));
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    @Test
    void opensANewPregnancyAfterItAndKeepsTheOldOneEnded() {
        var subject = Clinic.id();
        var first = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), subject));
        var ended = ask(first, ending("miscarriage", Clinic.text(first, "version")));
        var again = desk.clinic.verified(Clinic.id(), subject);
        again.getParameter().removeIf(parameter -> parameter.getName().equals("phn-decision"));
        Clinic.add(again, "phn-decision", new CodeType("use-existing"));
        again.addParameter("phn", DecisionDesk.phn(first));
        var second = desk.clinic.ask(desk.clinic.midwife, "$register-anc", again);
        assertThat(patient(second)).isEqualTo(patient(first));
        assertThat(tabs(second)).contains("all").doesNotContain("delivered");
        assertThat(Clinic.refusal(() -> takeBack(first, ended))).isEqualTo("newer-pregnancy");
        ask(second, ending("not-pregnant", Clinic.text(second, "version")));
        assertThat(Clinic.refusal(() -> takeBack(first, ended))).isEqualTo("newer-pregnancy");
    }

    @Test
    void letsTheAreaReachHerForAnotherYear() {
        var registered = registered("Reached Still", 20);
        ask(registered, ending("miscarriage", Clinic.text(registered, "version")));
        assertThat(reaches(desk.clinic.midwife, registered)).isTrue();
        var pregnancy = desk.read(EpisodeOfCare.class, Clinic.reference(registered, "pregnancy"));
        ended(pregnancy, today.minusMonths(12));
        assertThat(reaches(desk.clinic.midwife, registered))
                .as("on the last day")
                .isTrue();
        ended(pregnancy, today.minusMonths(12).minusDays(1));
        assertThat(reaches(desk.clinic.midwife, registered)).isFalse();
        assertThat(tabs(registered)).isEmpty();
    }

    @Test
    void isNotForAnEmergency() {
        var registered = registered("Opened Only", 20);
        registry().bean(EmergencyAccess.class).open(desk.clinic.doctor.id(), patient(registered), "She is bleeding");
        var asked = ending("miscarriage", Clinic.text(registered, "version"));
        assertThat(Clinic.refusal(
                        () -> desk.clinic.ask(desk.clinic.doctor, "$record-outcome", patient(registered), asked)))
                .isEqualTo("forbidden");
    }

    private void ended(EpisodeOfCare pregnancy, LocalDate on) {
        pregnancy.getPeriod().setStartElement(new DateTimeType(on.minusMonths(5).toString()));
        pregnancy.getPeriod().setEndElement(new DateTimeType(on.toString()));
        registry()
                .bean(DaoRegistry.class)
                .getResourceDao(EpisodeOfCare.class)
                .update(pregnancy, new SystemRequestDetails());
    }

    private Parameters registered(String name, int weeks) {
        var asked = desk.clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && "lmp".equals(given.getPartFirstRep().getValue().primitiveValue()));
        Clinic.answer(asked, "lmp", new DateType(today.minusWeeks(weeks).toString()));
        return desk.clinic.ask(desk.clinic.midwife, "$register-anc", asked);
    }

    private Parameters ending(String outcome, String basedOn) {
        var asked = new Parameters().addParameter("request-id", Clinic.id()).addParameter("based-on", basedOn);
        Clinic.add(asked, "outcome", new CodeType(outcome));
        Clinic.add(asked, "date", new DateType(today.toString()));
        return asked;
    }

    private static void child(Parameters birth, String outcome, int grams) {
        var child = birth.addParameter().setName("child");
        child.addPart().setName("outcome").setValue(new CodeType(outcome));
        child.addPart().setName("sex").setValue(new CodeType("baby-sex-female"));
        child.addPart()
                .setName("birth-weight")
                .setValue(new Quantity(grams)
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("g"));
        child.addPart().setName("condition").setValue(new CodeType("baby-condition-well"));
    }

    private Parameters ask(Parameters registered, Parameters asked) {
        return desk.clinic.ask(desk.clinic.midwife, "$record-outcome", patient(registered), asked);
    }

    private Parameters takeBack(Parameters registered, Parameters ended) {
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", Clinic.text(ended, "version"))
                .addParameter("correction-reason", "Another woman's");
        Clinic.add(asked, "corrects", new Reference(Clinic.reference(ended, "contact")));
        return ask(registered, asked);
    }

    private List<String> tabs(Parameters registered) {
        return List.of("all", "delivered").stream()
                .filter(tab -> isOn(tab, registered))
                .toList();
    }

    private boolean isOn(String tab, Parameters registered) {
        var asked = new Parameters();
        Clinic.add(asked, "tab", new CodeType(tab));
        return desk.clinic.ask(desk.clinic.midwife, "$anc-work-list", asked).getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .anyMatch(row -> patient(registered)
                        .endsWith("/"
                                + row.getPartFirstRep()
                                        .getResource()
                                        .getIdElement()
                                        .getIdPart()));
    }

    private Map<String, String> counted(Parameters registered) {
        return registry()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select on_delivered, on_ended, met_ind_lk_11 from pregnancy_fact where patient = ?",
                        (row, i) -> Map.of(
                                "on_delivered", String.valueOf(row.getString(1)),
                                "on_ended", String.valueOf(row.getString(2)),
                                "met_ind_lk_11", String.valueOf(row.getString(3))),
                        patient(registered));
    }

    private boolean reaches(Caller caller, Parameters registered) {
        return registry()
                .bean(CareRelationships.class)
                .caredFor(caller, List.of(patient(registered)))
                .contains(patient(registered));
    }
}
