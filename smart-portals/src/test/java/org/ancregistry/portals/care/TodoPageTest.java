package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one thing that Nimali reads first, on 22 November 2026: she was seen on that day and is expected on the 26th. */
class TodoPageTest extends CarePagesTests {

    private static final String STAGE = "Plan with your family where you will give birth";

    private final Bundle record = CareUnderTest.record();

    @Test
    void isWhatEveryWomanDoesInHerWeekWhereNothingElseIsToBeDone() throws Exception {
        assertThat(todo()).contains(STAGE).doesNotContain("You were sent", "A visit was due");
    }

    @Test
    void sendsHerToTheHospitalToday() throws Exception {
        refer(ServiceRequestPriority.URGENT, ServiceRequestStatus.ACTIVE);
        assertThat(todo())
                .contains("You were sent to VOG clinic, Base Hospital Demo. Go there today", "Take the letter")
                .doesNotContain(STAGE)
                .as("what was found")
                .doesNotContain("Haemoglobin", "6.8");
        assertThat(mine("/mother/records")).contains("Where you were sent", "To go on the same day");
    }

    @Test
    void namesTheDayOnWhichSheIsExpectedThere() throws Exception {
        refer(ServiceRequestPriority.ROUTINE, ServiceRequestStatus.ACTIVE);
        assertThat(todo()).contains("You are expected there on 26 November 2026, 09:00");
        booked().setStatus(AppointmentStatus.CANCELLED);
        assertThat(todo()).contains("You were sent to", "on 20 November 2026", "Go there in the next days");
    }

    @Test
    void sendsHerNoMoreOnceSheWasSeenThere() throws Exception {
        refer(ServiceRequestPriority.URGENT, ServiceRequestStatus.COMPLETED);
        assertThat(todo()).contains(STAGE).doesNotContain("You were sent");
        assertThat(mine("/mother/records"))
                .contains("They saw you and wrote back")
                .doesNotContain("To go on the same day");
    }

    @Test
    void tellsHerThatAVisitIsOverdue() throws Exception {
        forget();
        plan("2026-11-02", "2026-11-08");
        assertThat(todo())
                .contains("A visit was due by 8 November 2026", "You are expected on 26 November 2026, 09:00");
        booked().setStatus(AppointmentStatus.CANCELLED);
        assertThat(todo()).contains("Go to your clinic in the next days");
        for (var page : new String[] {"/mother", "/mother/appointments"}) {
            assertThat(mine(page))
                    .contains("None is arranged, and a visit was due by 8 November 2026")
                    .doesNotContain("None is arranged. Ask");
        }
    }

    @Test
    void tellsHerWhenHerNextVisitIsPlannedWhereNoDayIsArranged() throws Exception {
        plan("2026-12-07", "2026-12-13");
        booked().setStatus(AppointmentStatus.CANCELLED);
        assertThat(mine("/mother")).contains("planned between 7 December 2026 and 13 December 2026");
    }

    @Test
    void tellsHerThatSheDidNotComeToAnAppointment() throws Exception {
        forget();
        booked().setStartElement(new InstantType("2026-11-19T03:30:00Z"));
        assertThat(todo()).contains("You were expected on 19 November 2026", "Ask your midwife for another day");
    }

    @Test
    void tellsHerOfEachPastAppointmentWhetherSheCameTheNewestFirst() throws Exception {
        booked().setStartElement(new InstantType("2026-11-19T03:30:00Z"));
        var came = booked().copy();
        came.setStartElement(new InstantType("2026-10-14T03:30:00Z"));
        came.setId("Appointment/29");
        record.addEntry().setResource(came);
        assertThat(mine("/mother/appointments"))
                .containsSubsequence(
                        "19 November 2026, 09:00",
                        "It is not written down that you came.",
                        "14 October 2026, 09:00",
                        "You came.");
    }

    @Test
    void countsWeeksAndDaysInWords() throws Exception {
        assertThat(mine("/mother"))
                .contains("You are 31 weeks and 4 days pregnant.")
                .doesNotContain("31+4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsWordsInEachLanguage(String language) throws Exception {
        refer(ServiceRequestPriority.URGENT, ServiceRequestStatus.ACTIVE);
        REGISTRY.answers(SUMMARY, record);
        assertThat(read("/mother", CareUnderTest.nimali(), language)).doesNotContain("??");
        assertThat(read("/mother/records", CareUnderTest.nimali(), language)).doesNotContain("??");
    }

    private void refer(ServiceRequestPriority priority, ServiceRequestStatus status) {
        var letter = new ServiceRequest().setStatus(status).setPriority(priority);
        letter.setSubject(new Reference("Patient/1"));
        letter.setAuthoredOnElement(new DateTimeType("2026-11-20T09:00:00+05:30"));
        letter.addPerformer(new Reference("Organization/9"));
        letter.addReasonCode().setText("Haemoglobin 6.8");
        letter.setId("ServiceRequest/60");
        record.addEntry().setResource(letter);
    }

    private void plan(String from, String to) {
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
    }

    /** Nobody has seen her yet. */
    private void forget() {
        record.getEntry()
                .removeIf(entry -> entry.getResource().fhirType().equals("Encounter")
                        || entry.getResource().fhirType().equals("Observation"));
    }

    private Appointment booked() {
        return record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Appointment.class::isInstance)
                .map(Appointment.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String mine(String path) throws Exception {
        REGISTRY.answers(SUMMARY, record);
        return read(path, CareUnderTest.nimali(), "en");
    }

    private String todo() throws Exception {
        var page = mine("/mother");
        return page.replaceAll("(?s)^.*<section class=\"anc-todo\"", "").replaceAll("(?s)</section>.*$", "");
    }
}
