package org.ancregistry.server.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.server.worklist.Fact.Kind;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactTest {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");
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
