package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.TimeType;
import org.junit.jupiter.api.Test;

/** What {@code $clinic-days} promises, on whichever database. */
abstract class ClinicDaysRules extends LaterDecisions {

    private final LocalDate monday =
            LocalDate.now(ZoneId.of("Asia/Colombo")).plusWeeks(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @Test
    void countsWhoIsExpectedOnEachClinicDay() {
        hold("mon", "thu");
        var before = booked(days(monday).get(0));
        book("09:00:00");
        book("10:30:00");
        var days = days(monday);
        assertThat(days).hasSize(8);
        assertThat(text(days.get(0), "date")).isEqualTo(monday.toString());
        assertThat(text(days.get(1), "date")).isEqualTo(monday.plusDays(3).toString());
        assertThat(text(days.get(0), "opens")).isEqualTo("08:30:00");
        assertThat(text(days.get(0), "places")).isEqualTo("30");
        assertThat(booked(days.get(0))).isEqualTo(before + 2);
        assertThat(booked(days.get(2))).isZero();
    }

    @Test
    void saysNothingWhereNobodyHasEnteredIt() {
        assertThat(ask(desk.clinic.doctor, desk.clinic.fieldClinic, monday).getParameter())
                .isEmpty();
    }

    @Test
    void isForThoseWhoMakeAppointments() {
        var administrator = TestTokens.caller("Practitioner/77", Role.ADMINISTRATOR, null);
        assertThat(Clinic.refusal(() -> ask(administrator, desk.clinic.hospital, monday)))
                .isEqualTo("forbidden");
        assertThat(Clinic.refusal(() -> ask(desk.clinic.doctor, "Organization/none", monday)))
                .isEqualTo("not-found");
    }

    private void hold(String... days) {
        var hospital = desk.read(Organization.class, desk.clinic.hospital);
        var told = new Extension("https://ancregistry.org/fhir/StructureDefinition/anc-clinic-days");
        List.of(days).forEach(day -> told.addExtension("day", new CodeType(day)));
        told.addExtension("opens", new TimeType("08:30:00"));
        told.addExtension("places", new PositiveIntType(30));
        hospital.getExtension().removeIf(extension -> told.getUrl().equals(extension.getUrl()));
        hospital.addExtension(told);
        registry()
                .bean(DaoRegistry.class)
                .getResourceDao(Organization.class)
                .update(hospital, new SystemRequestDetails());
    }

    private void book(String time) {
        var registered = desk.registered(Clinic.woman(Names.of(time.startsWith("09") ? 160 : 161)));
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        var next = visit.addParameter().setName("next-appointment");
        next.addPart().setName("start").setValue(new DateTimeType(monday + "T" + time + "+05:30"));
        next.addPart().setName("place").setValue(new Reference(desk.clinic.hospital));
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit);
    }

    private List<ParametersParameterComponent> days(LocalDate from) {
        return ask(desk.clinic.doctor, desk.clinic.hospital, from).getParameter();
    }

    private Parameters ask(Caller caller, String facility, LocalDate from) {
        var asked = new Parameters();
        asked.addParameter().setName("from").setValue(new DateType(from.toString()));
        return desk.clinic
                .as(caller)
                .operation()
                .onInstance(new IdType(facility))
                .named("$clinic-days")
                .withParameters(asked)
                .execute();
    }

    private static int booked(ParametersParameterComponent day) {
        return Integer.parseInt(text(day, "booked"));
    }

    private static String text(ParametersParameterComponent day, String part) {
        return day.getPart().stream()
                .filter(one -> one.getName().equals(part))
                .map(one -> one.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }
}
