package org.ancregistry.operations.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.ancregistry.operations.fhir.Children;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.SampledData;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryLinesTest {

    private static final String DAY = "2026-11-02";

    @Test
    void whatIsOfOneOfTwinsSaysOfWhich() {
        var weight = new Observation()
                .setCode(called("Birth weight"))
                .setEffective(new DateTimeType(DAY))
                .setValue(new Quantity().setValue(new BigDecimal("2.4")).setUnit("kg"));
        assertThat(SummaryLines.of(weight)).isEqualTo("2026-11-02  Birth weight: 2.4 kg");
        Children.mark(2, List.of(weight));
        assertThat(SummaryLines.of(weight)).isEqualTo("2026-11-02  Child 2: Birth weight: 2.4 kg");
    }

    @Test
    void aVaccineThatWasNotGivenIsNotReadAsGiven() {
        var vaccine = vaccine(ImmunizationStatus.NOTDONE).setStatusReason(called("Client refused"));
        assertThat(SummaryLines.of(vaccine)).isEqualTo("2026-11-02  Not done: Tetanus, Client refused");
        assertThat(SummaryLines.of(vaccine(ImmunizationStatus.COMPLETED))).isEqualTo("2026-11-02  Tetanus");
    }

    @ParameterizedTest
    @CsvSource({
        "STOPPED, Stopped: Aspirin",
        "NOTTAKEN, Not taken: Aspirin",
        "COMPLETED, Completed: Aspirin",
        "ONHOLD, On hold: Aspirin",
        "INTENDED, Intended: Aspirin",
        "UNKNOWN, Status unknown: Aspirin",
        "ACTIVE, Aspirin"
    })
    void aMedicineThatSheDoesNotTakeIsNotReadAsTaken(MedicationStatementStatus status, String line) {
        assertThat(SummaryLines.of(medicine("Aspirin").setStatus(status))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "active, refuted, 'Refuted: Penicillin'",
        "inactive, confirmed, 'Inactive: Penicillin'",
        "resolved, unconfirmed, 'Resolved, unconfirmed: Penicillin'",
        "active, confirmed, Penicillin"
    })
    void anAllergyThatWasRefutedOrIsGoneIsNotReadAsOneOfHers(String clinical, String verification, String line) {
        var allergy = new AllergyIntolerance()
                .setClinicalStatus(coded("allergyintolerance-clinical", clinical))
                .setVerificationStatus(coded("allergyintolerance-verification", verification))
                .setCode(called("Penicillin"));
        assertThat(SummaryLines.of(allergy)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "inactive, confirmed, 'Inactive: Epilepsy'",
        "resolved, confirmed, 'Resolved: Epilepsy'",
        "remission, confirmed, 'Remission: Epilepsy'",
        "active, refuted, 'Refuted: Epilepsy'",
        "active, provisional, 'Provisional: Epilepsy'",
        "active, confirmed, Epilepsy"
    })
    void aConditionThatSheHasNotIsNotReadAsOneThatSheHas(String clinical, String verification, String line) {
        var condition = new Condition()
                .setClinicalStatus(coded("condition-clinical", clinical))
                .setVerificationStatus(coded("condition-ver-status", verification))
                .setCode(called("Epilepsy"));
        assertThat(SummaryLines.of(condition)).isEqualTo(line);
    }

    @Test
    void whatIsNotToBeDoneOrCalledOffIsNotReadAsAhead() {
        var order = new ServiceRequest().setStatus(ServiceRequestStatus.ACTIVE).setCode(called("X-ray"));
        assertThat(SummaryLines.of(order)).isEqualTo("Ordered: X-ray");
        assertThat(SummaryLines.of(order.setDoNotPerform(true))).isEqualTo("Not to be done: X-ray");
        assertThat(SummaryLines.of(new ServiceRequest()
                        .setStatus(ServiceRequestStatus.REVOKED)
                        .addPerformer(new Reference("Organization/hospital"))
                        .addReasonCode(called("Anaemia"))))
                .isEqualTo("Revoked: Referral: Anaemia");
        assertThat(SummaryLines.of(new Appointment().setStatus(AppointmentStatus.CANCELLED)))
                .isEqualTo("Cancelled: Appointment");
        assertThat(SummaryLines.of(new CarePlan().setStatus(CarePlanStatus.REVOKED)))
                .isEqualTo("Revoked: Planned contacts: 0");
    }

    @Test
    void aMedicineHasItsDayAndItsDosesHoweverTheyAreTold() {
        var medicine = medicine("Iron").setEffective(new DateTimeType(DAY));
        medicine.addDosage().addDoseAndRate().setDose(quantity("60.0", "mg"));
        medicine.addDosage().setText("one at night");
        assertThat(SummaryLines.of(medicine)).isEqualTo("2026-11-02  Iron, 60 mg, one at night");
        medicine.setEffective(new Period()
                .setStartElement(new DateTimeType("2026-05"))
                .setEndElement(new DateTimeType("2026-11-02T10:00:00+05:30")));
        assertThat(SummaryLines.of(medicine)).startsWith("2026-05 until 2026-11-02  Iron");
    }

    @Test
    void whatHasNoValueIsNotKnown() {
        assertThat(line(new Quantity().setUnit("g/dL"))).isEqualTo("Finding: not known");
        assertThat(line(new BooleanType())).isEqualTo("Finding: not known");
        assertThat(line(new StringType())).isEqualTo("Finding: not known");
        assertThat(line(null)).isEqualTo("Finding: not known");
        assertThat(SummaryLines.of(
                        new Observation().setCode(called("Finding")).setDataAbsentReason(called("Asked But Declined"))))
                .isEqualTo("Finding: Asked But Declined");
    }

    @Test
    void aValueOfSeveralPartsIsWrittenOut() {
        assertThat(line(quantity("5", "mg/L").setComparator(QuantityComparator.LESS_THAN)))
                .isEqualTo("Finding: < 5 mg/L");
        assertThat(line(new Range().setLow(quantity("1", "cm")).setHigh(quantity("2", "cm"))))
                .isEqualTo("Finding: 1 cm to 2 cm");
        assertThat(line(new Ratio().setNumerator(quantity("1", "mg")).setDenominator(quantity("8", "mL"))))
                .isEqualTo("Finding: 1 mg / 8 mL");
        assertThat(line(new Period().setStartElement(new DateTimeType(DAY)))).isEqualTo("Finding: since 2026-11-02");
        assertThat(line(new SampledData())).isEqualTo("Finding: recorded as SampledData");
        assertThat(line(new BooleanType(false))).isEqualTo("Finding: no");
    }

    @Test
    void aCodeIsKnownByItsSystemToo() {
        assertThat(line("http://smart.who.int/anc", "ANC.B6.DE94")).isEqualTo("Epilepsy: yes");
        assertThat(line("http://elsewhere.example", "ANC.B6.DE94")).isEqualTo("ANC.B6.DE94: yes");
    }

    @Test
    void aBloodPressureNamesBothNumbers() {
        var pressure = new Observation();
        pressure.addComponent()
                .setCode(new CodeableConcept()
                        .addCoding(new Coding("http://loinc.org", "8480-6", null))
                        .addCoding(new Coding("http://smart.who.int/anc", "ANC.B8.DE17", null)))
                .setValue(quantity("120", "mmHg"));
        assertThat(SummaryLines.of(pressure)).isEqualTo("Systolic blood pressure 120 mmHg");
    }

    private static String line(String system, String code) {
        return SummaryLines.of(new Observation()
                .setCode(new CodeableConcept().addCoding(new Coding(system, code, null)))
                .setValue(new BooleanType(true)));
    }

    private static String line(Type value) {
        return SummaryLines.of(new Observation().setCode(called("Finding")).setValue(value));
    }

    private static Immunization vaccine(ImmunizationStatus status) {
        return new Immunization()
                .setStatus(status)
                .setVaccineCode(called("Tetanus"))
                .setOccurrence(new DateTimeType(DAY));
    }

    private static MedicationStatement medicine(String name) {
        return new MedicationStatement()
                .setStatus(MedicationStatementStatus.ACTIVE)
                .setMedication(called(name));
    }

    private static Quantity quantity(String value, String unit) {
        return new Quantity().setValue(new BigDecimal(value)).setUnit(unit);
    }

    private static CodeableConcept called(String words) {
        return new CodeableConcept().setText(words);
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/" + system, code, null));
    }
}
