package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ancregistry.portals.record.PlannedContact.State;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nimali was seen on 14 October and 22 November 2026. */
class PlannedContactTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void tellsWhatBecameOfEachContact() {
        assertThat(state("2026-10-12", "2026-10-18")).isEqualTo(State.DONE);
        assertThat(state("2026-10-20", "2026-10-26")).as("seen in November").isEqualTo(State.LATE);
        assertThat(state("2026-11-23", "2026-11-29")).isEqualTo(State.OPEN);
        assertThat(state("2026-12-07", "2026-12-13")).isEqualTo(State.AHEAD);
    }

    @Test
    void isOverdueWhenNobodyHasSeenHerSince() {
        var later = LocalDate.of(2026, 12, 20);
        assertThat(planned("2026-12-07", "2026-12-13", later).state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void isNotAnsweredByAnAddition() {
        var record = bundle("2026-12-07", "2026-12-13");
        var addition = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setPartOf(new Reference("Encounter/11"))
                .setPeriod(new Period().setStartElement(new DateTimeType("2026-12-10T09:00:00+05:30")));
        addition.setId("Encounter/99");
        record.addEntry().setResource(addition);
        assertThat(of(record, LocalDate.of(2026, 12, 20)).state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void isNotAnsweredByACall() {
        var record = bundle("2026-12-07", "2026-12-13");
        var call = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setPeriod(new Period().setStartElement(new DateTimeType("2026-12-10T09:00:00+05:30")));
        call.addType().addCoding().setCode("phone");
        call.setId("Encounter/99");
        record.addEntry().setResource(call);
        assertThat(of(record, LocalDate.of(2026, 12, 20)).state()).isEqualTo(State.OVERDUE);
        assertThat(MotherRecord.of(record, ZoneId.of("Asia/Colombo"))
                        .orElseThrow()
                        .validVisits())
                .extracting(Visit::reference)
                .contains("Encounter/99");
    }

    @ParameterizedTest
    @EnumSource(
            value = CarePlan.CarePlanActivityStatus.class,
            names = {"CANCELLED", "STOPPED", "COMPLETED"})
    void plansNothingThatWasHeldOrCalledOff(CarePlan.CarePlanActivityStatus over) {
        var record = bundle("2026-12-07", "2026-12-13");
        record.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof CarePlan)
                .map(entry -> (CarePlan) entry.getResource())
                .forEach(plan -> plan.getActivityFirstRep().getDetail().setStatus(over));
        var read = MotherRecord.of(record, ZoneId.of("Asia/Colombo")).orElseThrow();
        assertThat(read.nextPlanned()).isEmpty();
        assertThat(PlannedContact.of(read, TODAY)).isEmpty();
    }

    private static State state(String from, String to) {
        return planned(from, to, TODAY).state();
    }

    private static PlannedContact planned(String from, String to, LocalDate today) {
        return of(bundle(from, to), today);
    }

    private static PlannedContact of(Bundle record, LocalDate today) {
        return PlannedContact.of(
                        MotherRecord.of(record, ZoneId.of("Asia/Colombo")).orElseThrow(), today)
                .get(0);
    }

    private static Bundle bundle(String from, String to) {
        var record = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, MotherRecord.class.getResourceAsStream("nimali-summary.json"));
        record.getEntry().removeIf(entry -> entry.getResource() instanceof CarePlan);
        var plan = new CarePlan().setStatus(CarePlan.CarePlanStatus.ACTIVE);
        plan.setSubject(new Reference("Patient/1"));
        plan.addActivity()
                .getDetail()
                .setStatus(CarePlan.CarePlanActivityStatus.NOTSTARTED)
                .setScheduled(
                        new Period().setStartElement(new DateTimeType(from)).setEndElement(new DateTimeType(to)));
        plan.setId("CarePlan/50");
        record.addEntry().setResource(plan);
        return record;
    }
}
