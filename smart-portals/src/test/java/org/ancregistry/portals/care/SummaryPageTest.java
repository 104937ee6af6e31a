package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.math.BigDecimal;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the page of one mother, for those who care for her and for herself. */
class SummaryPageTest extends CarePagesTests {

    @Test
    void tellsAMedicineWithItsDoseAndWhatBecameOfIt() throws Exception {
        var record = CareUnderTest.record();
        var iron = medicine("2026-11-20");
        var code = Dictionary.anc().require("iron").primary();
        iron.getMedicationCodeableConcept().addCoding().setSystem(code.system()).setCode(code.code());
        iron.addDosage().addDoseAndRate().setDose(new Quantity().setValue(120).setUnit("mg"));
        var stopped = medicine("2026-11-21").setStatus(MedicationStatementStatus.STOPPED);
        stopped.getMedicationCodeableConcept().setText("Methyldopa");
        stopped.addDosage().getTiming().getRepeat().setFrequency(3).setPeriod(1).setPeriodUnit(UnitsOfTime.D);
        record.addEntry().setResource(iron);
        record.addEntry().setResource(stopped);
        REGISTRY.answers(SUMMARY, record);

        assertThat(words("en")).contains("Iron 120 mg written 20 November 2026", "Methyldopa, 3 times a day (stopped)");
        assertThat(words("si")).contains("යකඩ 120 mg", "දිනකට වාර 3 (නතර කර ඇත)");
    }

    /** It was told at a contact and given years before: the contact must not look like the day of the dose. */
    @Test
    void tellsTheDayOfADoseAtTheContactWhereItWasTold() throws Exception {
        var code = Dictionary.anc().require("tt1_date").primary();
        var told = new Immunization()
                .setStatus(ImmunizationStatus.COMPLETED)
                .setEncounter(new Reference("Encounter/11"))
                .setOccurrence(new DateTimeType("2021-05-03"));
        told.getVaccineCode().addCoding().setSystem(code.system()).setCode(code.code());
        var record = CareUnderTest.record();
        record.addEntry().setResource(told);
        REGISTRY.answers(SUMMARY, record);

        assertThat(words("en")).contains("Tetanus vaccine, dose 1: 3 May 2021");
    }

    /** Not asked and none are two things: of the first a doctor has to ask before she prescribes. */
    @Test
    void saysThatAllergiesAreNotRecorded() throws Exception {
        var unknown = "Allergies: not recorded";
        assertThat(words("en")).contains(unknown);
        assertThat(read(VISIT)).contains(unknown);
        assertThat(read("/mother/records", CareUnderTest.nimali(), "en")).contains("Nobody has written down");

        var asked = CareUnderTest.record();
        var none = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setEffective(new DateTimeType("2026-11-20"))
                .setValue(coded("allergies", "ANC.B6.DE58"));
        none.setCode(coded(
                "allergies", Dictionary.anc().require("allergies").primary().code()));
        asked.addEntry().setResource(none);
        REGISTRY.answers(SUMMARY, asked);
        assertThat(words("en")).contains("No known allergies").doesNotContain(unknown);
        assertThat(read("/mother/records", CareUnderTest.nimali(), "en")).contains("No known allergies");
    }

    private static CodeableConcept coded(String field, String code) {
        var concept = new CodeableConcept();
        concept.addCoding()
                .setSystem(Dictionary.anc().require(field).primary().system())
                .setCode(code);
        return concept;
    }

    /** Nimali was checked in at the doctor's clinic today; a midwife sees her own area and is told no reason. */
    @Test
    void saysWhyTheDoctorSeesTheRecordWhereItKnows() throws Exception {
        assertThat(words("en"))
                .contains("You see this record because she was checked in on 22 November 2026 at VOG clinic, Base");
        assertThat(read("/midwife/mothers/1/summary")).doesNotContain("You see this record");

        var before = CareUnderTest.record();
        before.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .filter(contact -> contact.getIdElement().getIdPart().equals("14"))
                .forEach(contact -> contact.getPeriod().setStartElement(new DateTimeType("2026-11-20T09:00:00+05:30")));
        REGISTRY.answers(SUMMARY, before);
        assertThat(words("en")).doesNotContain("You see this record");
    }

    /** The page must not grow with every visit: three in full, all in a table of 25 a page. */
    @Test
    void showsThreeVisitsInFullAndAllInATable() throws Exception {
        var record = CareUnderTest.record();
        for (var number = 0; number < 30; number++) {
            record.addEntry().setResource(visit(number));
        }
        REGISTRY.answers(SUMMARY, record);

        assertThat(read("/doctor/mothers/1/summary").split("<li>\\s+<p><b>", -1))
                .hasSize(4);
        assertThat(words("en")).contains("All 33 visits").doesNotContain("Slip for her");
        assertThat(rows("")).isEqualTo(25);
        assertThat(rows("?page=2")).isEqualTo(8);
        assertThat(rows("?page=99")).isEqualTo(8);
        assertThat(read("/midwife/mothers/1/visits"))
                .contains("/midwife/mothers/1/visits/11", "144/94", "31+4 weeks", "Entered in error", "64.8 kg");
    }

    private int rows(String page) throws Exception {
        return read("/doctor/mothers/1/visits" + page).split("<tr>", -1).length - 2;
    }

    private static Encounter visit(int number) {
        var contact = new Encounter().setStatus(EncounterStatus.FINISHED);
        contact.setId("Encounter/" + (100 + number));
        contact.addType().addCoding().setCode("field-clinic");
        contact.getPeriod().setStartElement(new DateTimeType("2026-09-%02dT09:00:00+05:30".formatted(1 + number % 30)));
        return contact;
    }

    /** A visit that an import brought was written by somebody who never worked with this registry. */
    @Test
    void marksWhatWasWrittenInAnotherSystem() throws Exception {
        assertThat(words("en")).doesNotContain("From elsewhere");
        var record = CareUnderTest.record();
        record.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Practitioner.class::isInstance)
                .map(Practitioner.class::cast)
                .forEach(author -> author.addIdentifier().setSystem("urn:dhis2:user:uid"));
        REGISTRY.answers(SUMMARY, record);

        assertThat(words("en")).containsPattern("R\\. Selvarajah *From elsewhere: DHIS2");
        for (var page : List.of("visits", "visits/11")) {
            assertThat(read("/doctor/mothers/1/" + page)).as(page).contains("From elsewhere: DHIS2");
        }
    }

    @Test
    void saysBesideAValueOfAVisitThatItIsHighOrLow() throws Exception {
        assertThat(words("en")).contains("144/94 mmHg high", "Severe headache danger sign");
        assertThat(read("/doctor/mothers/1/visits/12/addition")).doesNotContain("danger sign");
    }

    /** What her charts mark, and nothing by the rules of those who care for her. */
    @Test
    void marksInTheListOfHerOwnVisitsWhatHerChartsMark() throws Exception {
        assertThat(read("/mother/visits", CareUnderTest.nimali(), "en"))
                .contains("144/94", "anc-chip")
                .doesNotContain("danger sign</span>");
    }

    /** At the contact of 14 October only the upper number was written. */
    @Test
    void showsTheNumbersOfAChartAsTheyWereTakenTogether() throws Exception {
        var record = CareUnderTest.record();
        record.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(found -> found.getEncounter().getReference().equals("Encounter/12"))
                .forEach(found -> found.getComponent()
                        .removeIf(part -> part.getValueQuantity().getValue().compareTo(BigDecimal.valueOf(78)) == 0));
        REGISTRY.answers(SUMMARY, record);

        assertThat(words("en")).contains("26122–31+414494");
    }

    private String words(String language) throws Exception {
        return read("/doctor/mothers/1/summary", CareUnderTest.selvarajah(), language)
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ");
    }

    private static MedicationStatement medicine(String on) {
        return new MedicationStatement()
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(new CodeableConcept())
                .setEffective(new DateTimeType(on));
    }

    @Test
    void showsWhoseRecordItIsAndWhatWasFound() throws Exception {
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("Nimali Sanduni Perera", "2047 KTR9MX 5", "31+4 weeks", "20 January 2027")
                .contains("144/94", "Severe headache", "VOG clinic, Base Hospital Demo")
                .contains("Entered in error")
                .doesNotContain("??");
    }

    @Test
    void asksTheRegistryOnceForAPage() throws Exception {
        read("/doctor/mothers/1/summary");

        assertThat(REGISTRY.asked(SUMMARY)).hasSize(1);
    }

    /** A caesarean stands above all that she denied, and those are one sentence. */
    @Test
    void tellsOfHerBirthsFirstAndOfWhatSheDeniedLast() throws Exception {
        var record = CareUnderTest.record();
        told(record, "caesareans", new IntegerType(1));
        told(record, "stillbirths", new IntegerType(0));
        told(record, "last_delivery_date", new DateTimeType("2023-04-30"));
        told(record, "hx_asthma", new BooleanType(false));
        REGISTRY.answers(SUMMARY, record);

        var page = words("en");
        assertThat(page.substring(page.indexOf("History")))
                .containsPattern("Caesarean sections: 1 *Stillbirths: 0 *Last birth: 30 April 2023")
                .containsPattern("30 April 2023 *High blood pressure before pregnancy: Yes *No: Asthma, Epilepsy");
    }

    private static void told(Bundle record, String field, Type answer) {
        record.addEntry()
                .setResource(new Observation()
                        .setStatus(ObservationStatus.FINAL)
                        .setEffective(new DateTimeType("2026-10-14"))
                        .setCode(coded(
                                field, Dictionary.anc().require(field).primary().code()))
                        .setValue(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws Exception {
        for (var path : List.of("/doctor", "/doctor/mothers/1/summary", "/doctor/mothers/1/visits", VISIT)) {
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        }
        for (var path : List.of("/mother", "/mother/visits", "/mother/records", "/mother/appointments")) {
            assertThat(read(path, CareUnderTest.nimali(), language)).doesNotContain("??");
        }
    }

    @Test
    void showsAWomanHerOwnRecordOnly() throws Exception {
        assertThat(read("/mother", CareUnderTest.nimali(), "en"))
                .contains("31 weeks and 4 days", "26 November 2026, 09:00", "20 January 2027");
        assertThat(read("/mother/visits", CareUnderTest.nimali(), "en"))
                .contains("144/94", "64.8 kg")
                .doesNotContain("Entered in error", "75 kg");
    }

    /** On paper nobody sees who is signed in: it says whose it is. */
    @Test
    void printsHerPagesWithHerNameAndNumber() throws Exception {
        for (var path : List.of("/mother/visits", "/mother/records")) {
            assertThat(read(path, CareUnderTest.nimali(), "en"))
                    .as(path)
                    .contains("data-print")
                    .containsPattern("(?s)class=\"anc-onlyprint\">.{0,60}Nimali Sanduni Perera.{0,80}2047 KTR9MX 5");
        }
        for (var path : List.of("/doctor/mothers/1/summary", "/doctor/mothers/1/tests")) {
            assertThat(read(path)).as(path).contains("data-print", "2047 KTR9MX 5");
        }
    }

    /** Sheets that come apart still say whose they are: the style sheet prints this with the sheet's number on each. */
    @Test
    void givesEachSheetHerNameAndNumber() throws Exception {
        var whose = "data-whose=\"Nimali Sanduni Perera   2047 KTR9MX 5\"";
        for (var path : List.of("summary", "visits", "visits/11", "visits/11/slip", "tests", "schedule")) {
            assertThat(read("/doctor/mothers/1/" + path)).as(path).contains(whose);
        }
        for (var path : List.of("/mother/visits", "/mother/visits/11", "/mother/records")) {
            assertThat(read(path, CareUnderTest.nimali(), "en")).as(path).contains(whose);
        }
        assertThat(read("/doctor")).doesNotContain("data-whose");
    }

    @Test
    void tellsAWomanWhatHerValuesMeanAndWhenTheyWereTaken() throws Exception {
        assertThat(read("/mother/records", CareUnderTest.nimali(), "en"))
                .contains("144/94 mmHg", "22 November 2026", "High. Your midwife or doctor should know", "64.8 kg");
    }

    @Test
    void givesAWomanHerAppointmentForHerCalendar() throws Exception {
        assertThat(read("/mother/appointments", CareUnderTest.nimali(), "en"))
                .contains("href=\"/mother/appointments/30.ics\"");
        var entry = read("/mother/appointments/30.ics", CareUnderTest.nimali(), "en");
        assertThat(entry)
                .contains("BEGIN:VCALENDAR\r\n", "UID:30@localhost\r\n", "DTSTART:20261126T033000Z\r\n")
                .contains("SUMMARY:Clinic\r\n", "METHOD:PUBLISH\r\n")
                .as("what others read who see her calendar")
                .doesNotContain("VOG", "Hospital", "Nimali");
    }

    @Test
    void givesNobodyElsesAppointment() {
        assertThat(pages.get()
                        .uri("/mother/appointments/31.ics")
                        .with(authentication(signedIn(CareUnderTest.nimali())))
                        .exchange())
                .hasStatus(404);
    }
}
