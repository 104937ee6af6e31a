package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page tells what stands: nothing that was struck out, refuted, called off or said otherwise since. */
class WhatStandsTest {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String VALID = "Encounter/1";
    private static final String STRUCK_OUT = "Encounter/2";

    @Test
    void takesNoDueDateFromAContactThatWasStruckOut() {
        var record = record(
                observation("edd", VALID, "2026-10-01", new DateTimeType("2027-01-20")),
                observation("edd", STRUCK_OUT, "2026-11-01", new DateTimeType("2027-03-30")));

        assertThat(record.pregnancy().orElseThrow().edd()).isEqualTo(LocalDate.of(2027, 1, 20));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTEREDINERROR", "CANCELLED"})
    void countsNoFindingThatWasTakenBack(ObservationStatus status) {
        var wrong = observation("weight", VALID, "2026-11-01", kilograms("75"));
        wrong.setStatus(status);

        assertThat(record(wrong).latest("weight")).isEmpty();
        assertThat(record(wrong).visits())
                .allSatisfy(visit -> assertThat(visit.findings()).isEmpty());
    }

    @Test
    void keepsTheLastValueWhereALaterContactHasNone() {
        var unasked = observation("weight", VALID, "2026-11-09", kilograms("1"));
        unasked.setValue(null);

        assertThat(record(observation("weight", VALID, "2026-11-01", kilograms("56")), unasked)
                        .latestNumber("weight"))
                .contains(new BigDecimal("56"));
    }

    @Test
    void takesTheSecondReadingOfOneContactForTheLatest() {
        var second = observation("systolic", VALID, "2026-11-01", pressure("138"));
        var first = observation("systolic", VALID, "2026-11-01", pressure("150"));

        assertThat(record(second, first).latestNumber("systolic")).contains(new BigDecimal("138"));
    }

    @Test
    void takesNoLimitAndNoOtherUnitForAMeasurement() {
        var limit = new Quantity().setValue(7).setUnit("g/dL").setComparator(QuantityComparator.LESS_THAN);
        var other = new Quantity().setValue(400).setUnit("ug").setCode("ug");

        assertThat(record(observation("haemoglobin", VALID, "2026-11-01", limit))
                        .latest("haemoglobin"))
                .get()
                .extracting(Finding::number, Finding::text)
                .containsExactly(null, "< 7 g/dL");
        assertThat(record(observation("folic_acid", VALID, "2026-11-01", other)).latest("folic_acid"))
                .get()
                .extracting(Finding::number, Finding::text)
                .containsExactly(null, "400 ug");
    }

    @Test
    void turnsAMeasurementIntoTheUnitOfItsField() {
        var laboratory = new Quantity().setValue(95).setUnit("g/L").setCode("g/L");

        assertThat(record(observation("haemoglobin", VALID, "2026-11-01", laboratory))
                        .latestNumber("haemoglobin"))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("9.5"));
    }

    @Test
    void findsOurCodeAmongThoseOfAHospital() {
        var positive = new CodeableConcept().setText("HIV 1 detected");
        positive.addCoding().setSystem("http://snomed.info/sct").setCode("165816005");
        var answer = Dictionary.anc().require("hiv").answers().get(0).code();
        var both = positive.copy();
        both.addCoding().setCode(answer);

        assertThat(record(observation("hiv", VALID, "2026-11-01", both)).latest("hiv"))
                .get()
                .extracting(Finding::answerCode)
                .isEqualTo(answer);
        assertThat(record(observation("hiv", VALID, "2026-11-01", positive)).latest("hiv"))
                .get()
                .extracting(Finding::answerCode, Finding::text)
                .containsExactly(null, "HIV 1 detected");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANNED", "CANCELLED", "UNKNOWN"})
    void showsNoContactThatDidNotTakePlace(EncounterStatus status) {
        assertThat(record(contact("Encounter/3", status)).visits())
                .extracting(Visit::reference)
                .containsOnly(VALID, STRUCK_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void tellsNoIllnessThatWasTakenBack(String verification) {
        var epilepsy = new Condition()
                .setCode(question("hx_epilepsy"))
                .setEncounter(new Reference(VALID))
                .setVerificationStatus(status("condition-ver-status", verification));

        assertThat(record(epilepsy).latest("hx_epilepsy")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void tellsNoAllergyThatWasTakenBack(String verification) {
        var penicillin = penicillin().setVerificationStatus(status("allergyintolerance-verification", verification));

        assertThat(record(penicillin).allergies()).isEmpty();
    }

    @Test
    void saysOfAnAllergyThatItIsOver() {
        var resolved = penicillin().setClinicalStatus(status("allergyintolerance-clinical", "resolved"));

        assertThat(record(penicillin()).allergies())
                .containsExactly(new Allergy("answers.allergies.ANC.B6.DE69", "Penicillin", null, Set.of()));
        assertThat(record(resolved).allergies()).extracting(Allergy::state).containsExactly("resolved");
    }

    @Test
    void knowsThatNoAllergyIsKnownOnlyWhenThatWasSaid() {
        var none = observation("allergies", VALID, "2026-11-01", allergyAnswer("ANC.B6.DE58"));

        assertThat(record(none).knowsNoAllergy()).isTrue();
        assertThat(record().knowsNoAllergy()).isFalse();
        assertThat(record(none, penicillin()).knowsNoAllergy()).isFalse();
    }

    @Test
    void tellsTheDoseThatWasToldLast() {
        var before = iron("2026-10-01", "60");
        var now = iron("2026-11-01", "120");

        assertThat(record(now, before).medicines())
                .containsExactly(new Medicine(
                        "finding.iron",
                        "Elemental iron prescribed",
                        new BigDecimal("120"),
                        "mg",
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 11, 1)));
    }

    @Test
    void showsWhatWasGivenAtTheContactItself() {
        assertThat(record(iron("2026-11-01", "60")).visits().get(0).finding("iron"))
                .map(Finding::numberText)
                .contains("60");
    }

    @Test
    void tellsNoMedicineOnceItWasSaidThatSheIsNotGivenIt() {
        var no = observation("iron", VALID, "2026-11-08", new BooleanType(false));
        var zero = observation("iron", VALID, "2026-11-08", new Quantity().setValue(0));

        assertThat(record(iron("2026-11-01", "60"), no).medicines()).isEmpty();
        assertThat(record(iron("2026-11-01", "60"), zero).medicines()).isEmpty();
        assertThat(record(iron("2026-11-09", "60"), no).medicines()).hasSize(1);
    }

    @Test
    void tellsNoMedicineThatWasStruckOut() {
        var wrong = iron("2026-11-01", "60").setStatus(MedicationStatementStatus.ENTEREDINERROR);

        assertThat(record(wrong).medicines()).isEmpty();
        assertThat(record(wrong).latest("iron")).isEmpty();
    }

    @Test
    void saysOfAMedicineThatSheDoesNotTakeIt() {
        var notTaken = iron("2026-11-01", "60").setStatus(MedicationStatementStatus.NOTTAKEN);

        assertThat(record(notTaken).medicines()).extracting(Medicine::state).containsExactly("not-taken");
        assertThat(record(notTaken).taken()).isEmpty();
        assertThat(record(notTaken).latest("iron")).isEmpty();
    }

    @Test
    void keepsTwoDosesOfOneMedicineThatWereToldTogether() {
        var record = record(methyldopa("250 mg in the morning"), methyldopa("500 mg at night"));

        assertThat(record.medicines())
                .extracting(Medicine::dose)
                .containsExactly("250 mg in the morning", "500 mg at night");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, D, medicine.timing.day, 2",
        "1, 1, WK, medicine.timing.week, 1",
        "1, 8, H, medicine.timing.hours, 8",
        "1, 2, D, medicine.timing.other, 0",
    })
    void putsACodedTimingIntoWords(int frequency, int period, UnitsOfTime unit, String key, int count) {
        var statement = methyldopa(null);
        statement
                .addDosage()
                .getTiming()
                .getRepeat()
                .setFrequency(frequency)
                .setPeriod(period)
                .setPeriodUnit(unit);

        assertThat(record(statement).medicines())
                .extracting(Medicine::timing)
                .containsExactly(new Medicine.Timing(key, count));
    }

    @Test
    void tellsHalfADosageToNobody() {
        var statement = methyldopa(null);
        var dosage = statement.addDosage().setAsNeeded(new BooleanType(true));
        dosage.getTiming().getRepeat().setFrequency(2).setPeriod(1).setPeriodUnit(UnitsOfTime.D);

        assertThat(record(statement).medicines())
                .extracting(Medicine::timing)
                .containsExactly(new Medicine.Timing("medicine.timing.other", 0));
    }

    @Test
    void saysOfAVaccineThatItWasNotGiven() {
        var record = record(tetanus(ImmunizationStatus.NOTDONE), tetanus(ImmunizationStatus.ENTEREDINERROR));

        assertThat(record.vaccines())
                .extracting(Vaccine::key, Vaccine::given)
                .containsExactly(tuple("finding.tt1_date", false));
        assertThat(record.latest("tt1_date")).get().extracting(Finding::denied).isEqualTo(true);
    }

    @Test
    void takesAnIllnessForWhatStandsWhoseStatusIsInWordsOfAnotherSystem() {
        var illness = new Condition().setCode(question("hx_epilepsy"));
        illness.getVerificationStatus().addCoding().setDisplay("Seen by the neurologist");

        assertThat(Standing.of(illness)).isTrue();
    }

    private static MotherRecord record(Resource... resources) {
        var summary = new Bundle();
        summary.addEntry().setResource(new Patient().setId("Patient/1"));
        var pregnancy = new EpisodeOfCare().setStatus(EpisodeOfCareStatus.ACTIVE);
        pregnancy.setId("EpisodeOfCare/1/_history/1");
        summary.addEntry().setResource(pregnancy);
        summary.addEntry().setResource(contact(VALID, EncounterStatus.FINISHED));
        summary.addEntry().setResource(contact(STRUCK_OUT, EncounterStatus.ENTEREDINERROR));
        List.of(resources).forEach(resource -> summary.addEntry().setResource(resource));
        return MotherRecord.of(summary, COLOMBO).orElseThrow();
    }

    private static Encounter contact(String reference, EncounterStatus status) {
        var contact = new Encounter().setStatus(status);
        contact.setId(reference);
        contact.getPeriod().setStartElement(new DateTimeType("2026-11-01T09:00:00+05:30"));
        return contact;
    }

    private static Observation observation(String field, String contact, String on, Type value) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(question(field))
                .setEncounter(new Reference(contact))
                .setEffective(new DateTimeType(on))
                .setValue(value);
    }

    private static MedicationStatement iron(String on, String milligrams) {
        var iron = new MedicationStatement()
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(question("iron").setText("Elemental iron prescribed"))
                .setContext(new Reference(VALID))
                .setEffective(new DateTimeType(on));
        iron.addDosage()
                .addDoseAndRate()
                .setDose(new Quantity().setValue(new BigDecimal(milligrams)).setUnit("mg"));
        return iron;
    }

    private static MedicationStatement methyldopa(@Nullable String dose) {
        var methyldopa = new MedicationStatement()
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(new CodeableConcept().setText("Methyldopa"))
                .setEffective(new DateTimeType("2026-11-01"));
        if (dose != null) {
            methyldopa.addDosage().setText(dose);
        }
        return methyldopa;
    }

    private static Immunization tetanus(ImmunizationStatus status) {
        return new Immunization()
                .setStatus(status)
                .setVaccineCode(question("tt1_date"))
                .setEncounter(new Reference(VALID))
                .setOccurrence(new DateTimeType("2026-08-02"));
    }

    private static AllergyIntolerance penicillin() {
        return new AllergyIntolerance().setCode(allergyAnswer("ANC.B6.DE69").setText("Penicillin"));
    }

    private static CodeableConcept allergyAnswer(String code) {
        var concept = new CodeableConcept();
        concept.addCoding()
                .setSystem(Dictionary.anc().require("allergies").primary().system())
                .setCode(code);
        return concept;
    }

    private static CodeableConcept question(String field) {
        var code = Dictionary.anc().require(field).primary();
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(code.system()).setCode(code.code());
        return concept;
    }

    private static CodeableConcept status(String system, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }

    private static Quantity pressure(String value) {
        return new Quantity().setValue(new BigDecimal(value)).setUnit("mmHg").setCode("mm[Hg]");
    }

    private static Quantity kilograms(String value) {
        return new Quantity().setValue(new BigDecimal(value)).setUnit("kg");
    }
}
