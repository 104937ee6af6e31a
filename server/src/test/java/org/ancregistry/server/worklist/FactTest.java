package org.ancregistry.server.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.MissedReason;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Missed;
import org.ancregistry.server.worklist.Fact.Kind;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactTest {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");
    private static final Instant TOLD = Instant.parse("2026-08-14T05:00:00Z");
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 10);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 20);

    @Test
    void datesADueDateByTheDayOnWhichItWasSaid() {
        var edd = Dictionary.anc().require("edd").primary();
        var said = new Observation().setStatus(ObservationStatus.FINAL);
        said.getCode().addCoding().setSystem(edd.system()).setCode(edd.code());
        said.setEffective(new DateTimeType("2026-08-09T20:00:00Z")).setValue(new DateTimeType("2026-12-01"));
        assertThat(Fact.in(said, COLOMBO)).containsExactly(new Fact(Kind.EDD, AUGUST, DECEMBER));
    }

    @Test
    void crossesNobodyOffByACall() {
        var seen = Contacts.finished("home-visit", "Patient/1", new DateTimeType("2026-11-02"), "Practitioner/1");
        assertThat(Fact.in(seen, COLOMBO)).containsExactly(new Fact(Kind.CONTACT, NOVEMBER, NOVEMBER));
        var called = Contacts.finished(Contacts.PHONE, "Patient/1", new DateTimeType("2026-11-02"), "Practitioner/1");
        assertThat(Fact.in(called, COLOMBO)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CarePlanActivityStatus.class,
            names = {"CANCELLED", "STOPPED", "COMPLETED"})
    void plansNothingThatWasHeldOrCalledOff(CarePlanActivityStatus over) {
        assertThat(Fact.in(plan(over), COLOMBO)).isEmpty();
        assertThat(Fact.in(plan(CarePlanActivityStatus.SCHEDULED), COLOMBO)).hasSize(1);
    }

    @Test
    void usesTheDueDateThatWasSaidLastHoweverLateAnotherWasWrittenDown() {
        var scan = new Fact(Kind.EDD, NOVEMBER, JANUARY);
        var writtenLater = new Fact(Kind.EDD, AUGUST, DECEMBER);
        assertThat(Next.of(List.of(scan, writtenLater)).edd()).isEqualTo(JANUARY);
    }

    @Test
    void usesTheDueDateOfOneDayThatWasWrittenLast() {
        var first = new Fact(Kind.EDD, NOVEMBER, JANUARY);
        var corrected = new Fact(Kind.EDD, NOVEMBER, DECEMBER);
        assertThat(Next.of(List.of(first, corrected)).edd()).isEqualTo(DECEMBER);
    }

    @Test
    void waitsForWhatSheMissedUntilSheIsGivenADayAfterwards() {
        var window = new Fact(Kind.PLANNED, AUGUST.minusDays(4), AUGUST.plusDays(2));
        var missed = new Fact(Kind.MISSED, AUGUST, AUGUST, TOLD);
        var later = new Fact(Kind.PLANNED, NOVEMBER, NOVEMBER.plusDays(6));
        var before = new Fact(Kind.BOOKED, DECEMBER, DECEMBER, TOLD.minusSeconds(1));
        assertThat(Next.of(List.of(window, missed, later)).closes()).isEqualTo(window.closes());
        assertThat(Next.of(List.of(window, missed, later, before)).closes())
                .as("a day that she had before is another matter")
                .isEqualTo(window.closes());
        var given = new Fact(Kind.BOOKED, AUGUST.plusDays(20), AUGUST.plusDays(20), TOLD);
        assertThat(Next.of(List.of(window, missed, later, before, given)).opens())
                .as("with the same press")
                .isEqualTo(given.opens());
        var missedAgain = new Fact(Kind.MISSED, given.opens(), given.closes(), TOLD.plusSeconds(1));
        assertThat(Next.of(List.of(window, missed, later, before, missedAgain)).closes())
                .as("late since the first")
                .isEqualTo(window.closes());
    }

    @Test
    void forgetsWhatSheMissedOnceSheWasSeen() {
        var missed = new Fact(Kind.MISSED, AUGUST, AUGUST, TOLD);
        var seen = new Fact(Kind.CONTACT, AUGUST.plusDays(5), AUGUST.plusDays(5));
        assertThat(Next.of(List.of(missed, seen)).opens()).isNull();
    }

    @Test
    void takesADayThatNobodyDatedForNoNewOne() {
        var missed = new Appointment()
                .setStatus(AppointmentStatus.NOSHOW)
                .setStartElement(new InstantType("2026-11-02T09:00:00+05:30"));
        assertThat(Fact.in(missed, COLOMBO)).containsExactly(new Fact(Kind.MISSED, NOVEMBER, NOVEMBER));
        var by = new DeskPapers("Patient/1", new DateTimeType("2026-11-03T10:00:00Z"), "Practitioner/1", null);
        Missed.mark(missed, Missed.reason(MissedReason.ILL, null), by);
        assertThat(Fact.in(missed, COLOMBO))
                .containsExactly(new Fact(Kind.MISSED, NOVEMBER, NOVEMBER, Instant.parse("2026-11-03T10:00:00Z")));
        var booked = missed.copy().setStatus(AppointmentStatus.BOOKED);
        assertThat(Fact.in(booked, COLOMBO)).containsExactly(new Fact(Kind.BOOKED, NOVEMBER, NOVEMBER));
        booked.setCreatedElement(new DateTimeType("2026-11-01T10:00:00Z"));
        assertThat(Fact.in(booked, COLOMBO))
                .containsExactly(new Fact(Kind.BOOKED, NOVEMBER, NOVEMBER, Instant.parse("2026-11-01T10:00:00Z")));
    }

    @Test
    void countsAMissedContactAsMissedOnlyOnTheDaysForWhichItWas() {
        var plan = plan(CarePlanActivityStatus.NOTSTARTED);
        var contact = plan.getActivityFirstRep().getDetail();
        var by = new DeskPapers("Patient/1", new DateTimeType("2026-11-10T10:00:00Z"), "Practitioner/1", null);
        Missed.mark(contact, Missed.reason(MissedReason.AWAY, null), by);
        assertThat(Fact.in(plan, COLOMBO))
                .singleElement()
                .satisfies(fact -> assertThat(fact.kind()).isEqualTo(Kind.MISSED));
        contact.getScheduledPeriod().setEndElement(new DateTimeType("2026-12-01"));
        assertThat(Fact.in(plan, COLOMBO))
                .singleElement()
                .satisfies(fact -> assertThat(fact.kind()).isEqualTo(Kind.PLANNED));
    }

    private static CarePlan plan(CarePlanActivityStatus status) {
        var plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE);
        plan.addActivity()
                .getDetail()
                .setStatus(status)
                .setScheduled(new Period()
                        .setStartElement(new DateTimeType("2026-11-02"))
                        .setEndElement(new DateTimeType("2026-11-08")));
        return plan;
    }
}
