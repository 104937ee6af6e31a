package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
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
    private static final String NOTE = "The bus did not run after the flood.";

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
    void writesThatSheDidNotComeAndGivesHerAnotherDayWithOnePress() {
        var patient = registered("Chandrika Peiris");
        var passed = given(patient, today.minusDays(3));
        var asked = of(passed, missed(day(monday), "transport").addParameter("note", NOTE));
        var answer = arrange(patient, asked);
        assertThat(booked(answer).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(reference(answer)).isNotEqualTo(passed);
        var missed = desk.read(Appointment.class, passed);
        assertThat(missed.getStatus()).isEqualTo(AppointmentStatus.NOSHOW);
        assertThat(missed.getCancelationReason().getCodingFirstRep().getCode()).isEqualTo("transport");
        assertThat(missed.getCancelationReason().getText()).isEqualTo(NOTE);
        assertThat(desk.provenancesOf(passed)).hasSize(1);
        assertThat(desk.clinic.problemsIn(patient)).isEmpty();
        assertThat(Clinic.text(arrange(patient, asked), "repeated")).isEqualTo("true");
        assertThat(standing(patient)).as("given once").isEqualTo(1);
        assertThat(desk.read(Appointment.class, passed).getMeta().getVersionId())
                .isEqualTo("2");
        var entry = registry()
                .bean(AppointmentBook.class)
                .since(patient, today.minusDays(4).atStartOfDay(HERE).toInstant())
                .get(0);
        assertThat(entry.calledOff())
                .as("it took place without her: her calendar keeps it")
                .isFalse();
        var hers = desk.clinic
                .as(DecisionDesk.mother(patient))
                .read()
                .resource(Appointment.class)
                .withId(passed)
                .execute();
        assertThat(hers.getStatus()).isEqualTo(AppointmentStatus.NOSHOW);
        assertThat(hers.hasCancelationReason()).as("why is not for her").isFalse();
    }

    @Test
    void marksNothingAsMissedToWhichSheCanComeOrCame() {
        var registered = desk.registered(Clinic.woman("Padmini Rajapaksha"));
        var patient = patient(registered);
        var ahead = arrange(patient, day(monday));
        assertThat(refused(patient, of(ahead, missed(asking(), "ill")))).isEqualTo("not-yet-missed");
        assertThat(refused(patient, of(given(patient, today), missed(asking(), "ill"))))
                .as("the day is not over")
                .isEqualTo("not-yet-missed");
        var seen = given(patient, today.minusDays(7));
        visited(registered, today.minusDays(7));
        assertThat(refused(patient, of(seen, missed(asking(), "ill")))).isEqualTo("contact-held");
        assertThat(desk.read(Appointment.class, seen).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void marksAsMissedOnlyWhatTheCallerHasSeenAndOnce() {
        var patient = registered("Kumudu Bandara");
        var passed = given(patient, today.minusDays(2));
        assertThat(refused(patient, of(passed, "7", missed(asking(), "ill")))).isEqualTo("version-conflict");
        assertThat(refused(patient, of(passed, missed(asking(), "rain")))).isEqualTo("parameter-invalid");
        assertThat(refused(patient, of(passed, missed(asking(), "other")))).isEqualTo("parameter-invalid");
        assertThat(refused(patient, of(passed, missed(asking(), "ill").addParameter("reason", WHY))))
                .as("what she reads belongs to what is called off")
                .isEqualTo("parameter-invalid");
        assertThat(refused(patient, of(passed, asking().addParameter("note", NOTE))))
                .isEqualTo("parameter-invalid");
        assertThat(refused(patient, missed(asking(), "ill")))
                .as("nothing is named")
                .isEqualTo("parameter-invalid");
        assertThat(refused(patient, missed(day(monday), "ill"))).isEqualTo("parameter-invalid");
        assertThat(desk.read(Appointment.class, passed).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        arrange(patient, of(passed, missed(asking(), "ill")));
        assertThat(refused(patient, of(passed, "2", missed(asking(), "away")))).isEqualTo("already-decided");
        var full = of(given(patient, today.minusDays(1)), missed(day(monday.plusDays(1)), "ill"));
        assertThat(refused(patient, full))
                .as("with a day on which no clinic is held")
                .isEqualTo("parameter-invalid");
    }

    @Test
    void writesBesideAPlannedContactThatSheDidNotCome() {
        var registered = lateSince(today.minusWeeks(12));
        var patient = patient(registered);
        var plan = schedule(patient);
        var contact = first(plan);
        var asked = planned(plan, contact, missed(asking(), "other").addParameter("note", NOTE));
        var answer = arrange(patient, asked);
        assertThat(Clinic.reference(answer, "schedule")).isEqualTo(reference(plan));
        assertThat(Clinic.text(answer, "version")).isEqualTo("2");
        assertThat(Clinic.text(arrange(patient, asked), "repeated")).isEqualTo("true");
        assertThat(schedule(patient).getMeta().getVersionId()).isEqualTo("2");
        assertThat(overdue(patient)).as("until she has another day").isTrue();
        assertThat(refused(patient, planned(schedule(patient), contact, missed(asking(), "ill"))))
                .isEqualTo("already-decided");
        assertThat(desk.clinic.problemsIn(patient)).isEmpty();
        arrange(patient, day(monday));
        assertThat(overdue(patient)).as("the day that she was given counts").isFalse();
        assertThat(listed(patient, "all")).isTrue();
    }

    @Test
    void keepsHerOnTheListOfThoseWhoAreLateUntilSheIsGivenADayAndPutsHerBackWhenThatIsCalledOff() {
        var registered = lateSince(today.minusWeeks(12));
        var patient = patient(registered);
        arrange(patient, day(monday.plusWeeks(3)));
        assertThat(overdue(patient)).isTrue();
        theSecondInWhichItWasGivenIsOver();
        var plan = schedule(patient);
        var given = arrange(patient, planned(plan, first(plan), missed(day(monday), "ill")));
        assertThat(overdue(patient)).isFalse();
        arrange(patient, of(given, asking().addParameter("reason", WHY)));
        assertThat(overdue(patient)).as("what she had before is another matter").isTrue();
    }

    /** Moments are stored to the second: what follows is to be later than what was given. */
    private static void theSecondInWhichItWasGivenIsOver() {
        var given = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(given));
    }

    @Test
    void marksNoPlannedContactThatIsAheadOrWasHeld() {
        var registered = desk.registered(Clinic.woman("Nirosha Fonseka"));
        var patient = patient(registered);
        var plan = schedule(patient);
        assertThat(refused(patient, planned(plan, first(plan), missed(asking(), "ill"))))
                .isEqualTo("not-yet-missed");
        assertThat(refused(patient, planned(plan, first(plan).plusDays(1), missed(asking(), "ill"))))
                .isEqualTo("not-found");
        var late = lateSince(today.minusWeeks(12));
        var lates = schedule(patient(late));
        assertThat(refused(patient, planned(lates, first(lates), missed(asking(), "ill"))))
                .as("not hers")
                .isEqualTo("not-found");
        visited(late, today);
        assertThat(refused(patient(late), planned(lates, first(lates), missed(asking(), "ill"))))
                .isEqualTo("contact-held");
    }

    /** Who was seen for the first time on that day, and never again. */
    private Parameters lateSince(LocalDate day) {
        var asked = desk.clinic.registration(Clinic.id(), Clinic.woman("Late Since " + Clinic.id()));
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && "lmp".equals(given.getPartFirstRep().getValue().primitiveValue()));
        Clinic.answer(asked, "lmp", new DateType(today.minusWeeks(26).toString()));
        Clinic.contactOn(asked, day);
        return desk.clinic.ask(desk.clinic.midwife, "$register-anc", asked);
    }

    private void visited(Parameters registered, LocalDate day) {
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        visit.getParameter().removeIf(part -> part.getName().equals("contact-date"));
        Clinic.add(visit, "contact-date", new DateTimeType(day.toString()));
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit);
    }

    private CarePlan schedule(String patient) {
        var found = desk.clinic
                .as(desk.clinic.midwife)
                .search()
                .forResource(CarePlan.class)
                .where(CarePlan.PATIENT.hasId(patient))
                .returnBundle(Bundle.class)
                .execute();
        return (CarePlan) found.getEntryFirstRep().getResource();
    }

    private static String reference(CarePlan plan) {
        return "CarePlan/" + plan.getIdElement().getIdPart();
    }

    private static LocalDate first(CarePlan plan) {
        return LocalDate.parse(plan.getActivityFirstRep()
                .getDetail()
                .getScheduledPeriod()
                .getStartElement()
                .getValueAsString());
    }

    private static Parameters planned(CarePlan plan, LocalDate contact, Parameters asked) {
        Clinic.add(asked, "schedule", new Reference(reference(plan)));
        Clinic.add(asked, "contact", new DateType(contact.toString()));
        return asked.addParameter("based-on", plan.getMeta().getVersionId());
    }

    private static Parameters missed(Parameters asked, String reason) {
        Clinic.add(asked, "missed", new CodeType(reason));
        return asked;
    }

    private boolean overdue(String patient) {
        return listed(patient, "overdue");
    }

    private boolean listed(String patient, String tab) {
        return desk
                .clinic
                .ask(desk.clinic.midwife, "$anc-work-list", new Parameters().addParameter("tab", new CodeType(tab)))
                .getParameter()
                .stream()
                .flatMap(row -> row.getPart().stream())
                .anyMatch(part -> part.getName().equals("patient")
                        && patient.equals(
                                "Patient/" + part.getResource().getIdElement().getIdPart()));
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
