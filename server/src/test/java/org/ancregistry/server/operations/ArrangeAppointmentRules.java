package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.TimeType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code $arrange-appointment} promises, on whichever database. The clinic is held on Mondays, for two women. */
abstract class ArrangeAppointmentRules extends LaterDecisions {

    private static final ZoneId HERE = ZoneId.of("Asia/Colombo");
    private static final String WHY = "The clinic is closed on that day.";

    private final LocalDate today = LocalDate.now(HERE);
    private final LocalDate monday = today.plusWeeks(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @BeforeEach
    void hold() {
        var hospital = desk.read(Organization.class, desk.clinic.hospital);
        var told = new Extension("https://ancregistry.org/fhir/StructureDefinition/anc-clinic-days");
        told.addExtension("day", new CodeType("mon"));
        told.addExtension("opens", new TimeType("08:30:00"));
        told.addExtension("places", new PositiveIntType(2));
        hospital.addExtension(told);
        registry()
                .bean(DaoRegistry.class)
                .getResourceDao(Organization.class)
                .update(hospital, new SystemRequestDetails());
    }

    @Test
    void givesHerADay() {
        var patient = registered("Anoma Perera");
        var given = arrange(patient, day(monday));
        assertThat(Clinic.text(given, "version")).isEqualTo("1");
        var booked = booked(given);
        assertThat(booked.getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.getStart().toInstant())
                .isEqualTo(monday.atTime(9, 0).atZone(HERE).toInstant());
        assertThat(Appointments.place(booked)).contains(desk.clinic.hospital);
        assertThat(desk.provenancesOf(reference(given)))
                .singleElement()
                .satisfies(act -> assertThat(act.getAgentFirstRep().getWho().getReference())
                        .isEqualTo(desk.clinic.midwife.id()));
        assertThat(desk.clinic.problemsIn(patient)).isEmpty();
    }

    @Test
    void movesTheOneThatSheHasSoThatHerCalendarTakesOneOutAndTheOtherIn() {
        var patient = registered("Fathima Nazeer");
        var old = arrange(patient, day(monday));
        var moved = day(monday.plusWeeks(1));
        moved.getParameter().removeIf(part -> part.getName().equals("place"));
        var given = arrange(patient, of(old, moved));
        assertThat(reference(given)).isNotEqualTo(reference(old));
        var before = booked(old);
        assertThat(before.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(before.getMeta().getVersionId())
                .as("the SEQUENCE of its entry")
                .isEqualTo("2");
        assertThat(before.getCancelationReason().getCodingFirstRep().getCode()).isEqualTo("other");
        assertThat(booked(given).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(Appointments.place(booked(given))).as("the same place").contains(desk.clinic.hospital);
        assertThat(desk.provenancesOf(reference(old))).hasSize(2);
        assertThat(desk.clinic.problemsIn(patient)).isEmpty();
    }

    @Test
    void callsItOffForAReasonThatSheReads() {
        var patient = registered("Kandiah Sivakumar");
        var old = arrange(patient, day(monday));
        assertThat(refused(patient, of(old, asking()))).as("without a reason").isEqualTo("parameter-invalid");
        var answer = arrange(patient, of(old, asking().addParameter("reason", WHY)));
        assertThat(reference(answer)).isEqualTo(reference(old));
        assertThat(Clinic.text(answer, "version")).isEqualTo("2");
        var read = desk.clinic
                .as(DecisionDesk.mother(patient))
                .read()
                .resource(Appointment.class)
                .withId(reference(old))
                .execute();
        assertThat(read.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(read.getCancelationReason().getText()).isEqualTo(WHY);
        assertThat(desk.clinic.problemsIn(patient)).isEmpty();
    }

    @Test
    void isDoneOnceHoweverOftenTheButtonIsPressed() {
        var patient = registered("Mary Jansz");
        var asked = day(monday);
        var given = arrange(patient, asked);
        var again = arrange(patient, asked);
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
        assertThat(reference(again)).isEqualTo(reference(given));
        assertThat(standing(patient)).isEqualTo(1);
        var off = of(given, asking().addParameter("reason", WHY));
        arrange(patient, off);
        assertThat(Clinic.text(arrange(patient, off), "repeated")).isEqualTo("true");
        assertThat(booked(given).getMeta().getVersionId()).isEqualTo("2");
    }

    @Test
    void changesOnlyWhatTheCallerHasSeenAndWhatStillStands() {
        var patient = registered("Rizana Marikkar");
        var old = arrange(patient, day(monday));
        var unseen = of(old, day(monday.plusWeeks(1)));
        unseen.getParameter("based-on").setValue(Clinic.string("7"));
        assertThat(refused(patient, unseen)).isEqualTo("version-conflict");
        assertThat(booked(old).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        arrange(patient, of(old, asking().addParameter("reason", WHY)));
        assertThat(refused(patient, of(old, day(monday.plusWeeks(1))))).isEqualTo("already-decided");
        assertThat(standing(patient)).as("nothing was given instead").isZero();
        var other = registered("Shanthi Weerakoon");
        assertThat(refused(other, of(old, day(monday)))).as("not hers").isEqualTo("not-found");
    }

    @Test
    void leavesAnAppointmentWhoseDayHasPassedAsItIs() {
        var patient = registered("Dulmini Gunaratne");
        var yesterday = given(patient, today.minusDays(1));
        var off = of(yesterday, asking().addParameter("reason", WHY));
        assertThat(refused(patient, off)).isEqualTo("parameter-invalid");
        assertThat(refused(patient, of(yesterday, day(monday)))).isEqualTo("parameter-invalid");
        assertThat(desk.read(Appointment.class, yesterday).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        arrange(patient, of(given(patient, today), asking().addParameter("reason", WHY)));
    }

    @Test
    void givesNoDayThatHasPassedAndNoneOnWhichTheClinicIsNotHeld() {
        var patient = registered("Yogeswary Chelliah");
        assertThat(refused(patient, day(monday.minusWeeks(52)))).isEqualTo("parameter-invalid");
        assertThat(refused(patient, day(monday.plusDays(1)))).isEqualTo("parameter-invalid");
        var untimed = day(monday);
        untimed.getParameter("start").setValue(new DateTimeType(monday.toString()));
        assertThat(refused(patient, untimed)).isEqualTo("parameter-invalid");
        var nowhere = day(monday);
        nowhere.getParameter("place").setValue(new Reference("Organization/none"));
        assertThat(refused(patient, nowhere)).isEqualTo("not-found");
        assertThat(standing(patient)).isZero();
    }

    @Test
    void givesNoPlaceOfAFullClinicUnlessSomebodySaysThatOneMoreCanCome() {
        arrange(registered("Wasana Ekanayake"), day(monday));
        var second = registered("Begum Hamid");
        var seconds = arrange(second, day(monday));
        var third = registered("Jeyanthi Thambiraja");
        assertThat(refused(third, day(monday))).isEqualTo("clinic-full");
        assertThat(standing(third)).isZero();
        arrange(third, despite(day(monday), "clinic-full"));
        assertThat(standing(third)).isEqualTo(1);
        var later = day(monday);
        later.getParameter("start").setValue(at(monday, "10:30"));
        assertThat(refused(second, of(seconds, later))).as("one too many now").isEqualTo("clinic-full");
    }

    @Test
    void countsHerOwnPlaceAsFreeWhenSheComesAtAnotherTimeOfThatDay() {
        arrange(registered("Priyangika Perera"), day(monday));
        var second = registered("Sumaiya Nazeer");
        var later = day(monday);
        later.getParameter("start").setValue(at(monday, "10:30"));
        arrange(second, of(arrange(second, day(monday)), later));
        assertThat(standing(second)).isEqualTo(1);
    }

    @Test
    void givesTheLastPlaceOnce() {
        arrange(registered("Anoma Jansz"), day(monday));
        var outcomes = Stream.of("Fathima Weerakoon", "Kandiah Chelliah", "Mary Thambiraja", "Shanthi Hamid")
                .map(this::registered)
                .toList()
                .stream()
                .map(patient -> CompletableFuture.supplyAsync(() -> outcome(patient, day(monday))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).containsExactlyInAnyOrder("booked", "clinic-full", "clinic-full", "clinic-full");
    }

    @Test
    void givesHerNoSecondDayOnTheSameDateUnlessSomebodyHasSeenIt() {
        var patient = registered("Rizana Ekanayake");
        arrange(patient, day(monday));
        var elsewhere = day(monday);
        elsewhere.getParameter("place").setValue(new Reference(desk.clinic.fieldClinic));
        assertThat(refused(patient, elsewhere)).isEqualTo("appointment-same-day");
        arrange(patient, despite(elsewhere, "appointment-same-day"));
        assertThat(standing(patient)).isEqualTo(2);
    }

    @Test
    void passesOverNothingThatItWasSent() {
        var patient = registered("Jeyanthi Jansz");
        var old = arrange(patient, day(monday));
        assertThat(refused(patient, asking())).as("nothing to do").isEqualTo("parameter-invalid");
        assertThat(refused(patient, day(monday.plusWeeks(1)).addParameter("reason", WHY)))
                .as("a reason for nothing")
                .isEqualTo("parameter-invalid");
        assertThat(refused(patient, day(monday.plusWeeks(1)).addParameter("based-on", "1")))
                .isEqualTo("parameter-invalid");
        var placed = of(old, asking().addParameter("reason", WHY));
        Clinic.add(placed, "place", new Reference(desk.clinic.hospital));
        assertThat(refused(patient, placed)).as("a place without a day").isEqualTo("parameter-invalid");
        assertThat(refused(patient, despite(day(monday.plusWeeks(1)), "the-weather")))
                .isEqualTo("parameter-invalid");
        assertThat(refused(patient, of(old, asking().addParameter("reason", "x".repeat(501)))))
                .isEqualTo("parameter-invalid");
        assertThat(standing(patient)).isEqualTo(1);
    }

    @Test
    void answersHerWhereSheAskedForAnotherDay() {
        var patient = registered("Dulmini Marikkar");
        var old = arrange(patient, day(monday));
        var task = asksForAnotherDay(patient, reference(old));
        var given = arrange(patient, of(old, day(monday.plusWeeks(1))));
        var answered = desk.read(Task.class, task);
        assertThat(answered.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(answered.getOutput().stream().map(output -> output.getValue()))
                .anySatisfy(value -> assertThat(value)
                        .isInstanceOfSatisfying(
                                Reference.class,
                                instead -> assertThat(instead.getReference()).isEqualTo(reference(given))));
        var again = asksForAnotherDay(patient, reference(given));
        arrange(patient, of(given, asking().addParameter("reason", WHY)));
        var off = desk.read(Task.class, again);
        assertThat(off.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(off.getNoteFirstRep().getText()).isEqualTo(WHY);
        assertThat(desk.clinic.problemsIn(patient)).isEmpty();
    }

    @Test
    void isForThoseInWhoseCareSheIs() {
        var registered = desk.registered(Clinic.woman("Wasana Hamid"));
        var patient = patient(registered);
        var doctor = desk.clinic.doctor;
        var nurse = TestTokens.caller(doctor.id(), Role.CLINIC_NURSE, desk.clinic.hospital);
        assertThat(refused(desk.midwifeElsewhere(), patient, day(monday))).isEqualTo("not-found");
        assertThat(refused(doctor, patient, day(monday))).isEqualTo("not-found");
        assertThat(refused(nurse, patient, day(monday))).isEqualTo("forbidden");
        assertThat(refused(DecisionDesk.mother(patient), patient, day(monday))).isEqualTo("forbidden");
        registry().bean(EmergencyAccess.class).open(doctor.id(), patient, "She is bleeding");
        assertThat(refused(doctor, patient, day(monday))).as("in an emergency").isEqualTo("forbidden");
        checkIn(registered);
        arrange(doctor, patient, day(monday));
        arrange(desk.supervisor, patient, day(monday.plusWeeks(1)));
    }

    @Test
    void givesNoDayOnceThePregnancyHasEnded() {
        var registered = desk.registered(Clinic.woman("Begum Sivakumar"));
        var ended = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", Clinic.text(registered, "version"));
        Clinic.add(ended, "outcome", new CodeType("miscarriage"));
        Clinic.add(ended, "date", new DateType(today.toString()));
        desk.clinic.ask(desk.clinic.midwife, "$record-outcome", patient(registered), ended);
        assertThat(refused(patient(registered), day(monday))).isEqualTo("pregnancy-ended");
    }

    private String registered(String name) {
        return patient(desk.registered(Clinic.woman(name)));
    }

    private void checkIn(Parameters registered) {
        var number = ((Identifier) registered.getParameter("phn").getValue()).getValue();
        var arrival = new Parameters().addParameter("phn", number);
        Clinic.add(arrival, "birth-date", new DateType("1994-05-06"));
        desk.clinic.ask(desk.clinic.doctor, "$check-in", arrival);
    }

    private String asksForAnotherDay(String patient, String appointment) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "kind", new CodeType("another-day"));
        Clinic.add(asked, "about", new Reference(appointment));
        return Clinic.reference(desk.clinic.ask(DecisionDesk.mother(patient), "$ask-clinic", patient, asked), "task");
    }

    private static Parameters asking() {
        return new Parameters().addParameter("request-id", Clinic.id());
    }

    /** Nine in the morning at the hospital. */
    private Parameters day(LocalDate day) {
        var asked = asking();
        Clinic.add(asked, "start", at(day, "09:00"));
        Clinic.add(asked, "place", new Reference(desk.clinic.hospital));
        return asked;
    }

    private static DateTimeType at(LocalDate day, String time) {
        return new DateTimeType(day + "T" + time + ":00+05:30");
    }

    private static Parameters despite(Parameters asked, String code) {
        var anew = asked.copy();
        anew.getParameter("request-id").setValue(Clinic.string(Clinic.id()));
        Clinic.add(anew, "despite", new CodeType(code));
        return anew;
    }

    /** The same about an appointment as it was answered. */
    private static Parameters of(Parameters old, Parameters asked) {
        return of(reference(old), Clinic.text(old, "version"), asked);
    }

    private static Parameters of(String old, Parameters asked) {
        return of(old, "1", asked);
    }

    private static Parameters of(String old, String version, Parameters asked) {
        Clinic.add(asked, "appointment", new Reference(old));
        return asked.addParameter("based-on", version);
    }

    /** An appointment that nobody could give her any more today. */
    private String given(String patient, LocalDate day) {
        var booked = Appointments.booked(
                new Reference(patient), at(day, "00:05"), desk.clinic.hospital, TimeZone.getTimeZone(HERE));
        booked.setId((String) null);
        return desk.created(booked);
    }

    private Parameters arrange(String patient, Parameters asked) {
        return arrange(desk.clinic.midwife, patient, asked);
    }

    private Parameters arrange(Caller caller, String patient, Parameters asked) {
        return desk.clinic.ask(caller, "$arrange-appointment", patient, asked);
    }

    private String outcome(String patient, Parameters asked) {
        try {
            return booked(arrange(patient, asked)).getStatus().toCode();
        } catch (BaseServerResponseException refused) {
            return Clinic.code(refused);
        }
    }

    private String refused(String patient, Parameters asked) {
        return refused(desk.clinic.midwife, patient, asked);
    }

    private String refused(Caller caller, String patient, Parameters asked) {
        return Clinic.refusal(() -> arrange(caller, patient, asked));
    }

    private Appointment booked(Parameters answer) {
        return desk.read(Appointment.class, reference(answer));
    }

    private static String reference(Parameters answer) {
        return Clinic.reference(answer, "appointment");
    }

    private long standing(String patient) {
        return desk
                .clinic
                .as(desk.clinic.midwife)
                .search()
                .forResource(Appointment.class)
                .where(Appointment.PATIENT.hasId(patient))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (Appointment) entry.getResource())
                .filter(Appointments::stands)
                .count();
    }
}
