package org.ancregistry.operations.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.Outcome;
import org.ancregistry.domain.rules.RuleBook;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings as other systems write them: whatever stands in the record, a yes is never read as a no. */
class RecordedFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String MORNING = "2026-11-02T08:00:00+05:30";
    private static final String NOON = "2026-11-02T12:00:00+05:30";
    private static final Coding SNOMED_POSITIVE = new Coding("http://snomed.info/sct", "165816005", "HIV positive");

    private final RecordedFacts facts = new RecordedFacts(ZoneId.of("Asia/Colombo"));
    private final RuleBook rules = RuleBook.shipped();

    @ParameterizedTest
    @CsvSource({"hiv, ANC.B9.DE42, R-HIV", "syphilis, ANC.B9.DE108, R-SYPH", "hepb, ANC.B9.DE72, R-HEPB"})
    void findsWhosAnswerBehindAnotherSystemsWordForIt(String field, String positive, String rule) {
        var result =
                new CodeableConcept(SNOMED_POSITIVE).addCoding(answer(positive).getCodingFirstRep());
        assertThat(outcome(rule, finding(field, MORNING, result))).isEqualTo(Outcome.MET);
    }

    @ParameterizedTest
    @CsvSource({"hiv, R-HIV", "syphilis, R-SYPH", "hepb, R-HEPB", "rh, R-RH", "urine_protein, R-PROTEIN"})
    void takesAnAnswerInForeignWordsForUnknownAndNotForNo(String field, String rule) {
        assertThat(outcome(
                        rule,
                        finding(field, MORNING, new CodeableConcept(SNOMED_POSITIVE)),
                        finding("systolic", MORNING, pressure("110")),
                        finding("diastolic", MORNING, pressure("70"))))
                .isEqualTo(Outcome.NOT_ASSESSED);
    }

    @Test
    void theNewerOfTwoResultsOfOneDayCountsHoweverTheyAreListed() {
        var negative = finding("hiv", MORNING, answer("ANC.B9.DE43"));
        var positive = finding("hiv", NOON, answer("ANC.B9.DE42"));
        assertThat(outcome("R-HIV", negative, positive)).isEqualTo(Outcome.MET);
        assertThat(outcome("R-HIV", positive, negative)).isEqualTo(Outcome.MET);
    }

    @Test
    void anIllnessThatSheToldOfLaterThatDayCountsBeforeHerNoOfTheMorning() {
        var no = finding("hx_heart", MORNING, new BooleanType(false));
        assertThat(outcome("R-MED-HEART", no, illness("hx_heart", NOON))).isEqualTo(Outcome.MET);
        assertThat(outcome("R-MED-HEART", no, illness("hx_heart", MORNING))).isEqualTo(Outcome.MET);
        var later = finding("hx_heart", NOON, new BooleanType(false));
        assertThat(outcome("R-MED-HEART", later, illness("hx_heart", MORNING))).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void aDayWithoutATimeCountsAsWhenItWasStored() {
        var no = finding("hx_heart", NOON, new BooleanType(false));
        var told = illness("hx_heart", "2026-11-02");
        assertThat(outcome("R-MED-HEART", no, told)).isEqualTo(Outcome.MET);
        told.getMeta().setLastUpdatedElement(new InstantType(MORNING));
        assertThat(outcome("R-MED-HEART", no, told)).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void anIllnessWithoutADateIsKnownSinceItWasStored() {
        var told = illness("hx_heart", null);
        assertThat(facts.of(told)).isEmpty();
        told.getMeta().setLastUpdatedElement(new InstantType("2026-11-01T19:00:00Z"));
        assertThat(facts.of(told)).extracting(Fact::on).containsExactly(DAY);
        assertThat(outcome("R-MED-HEART", told)).isEqualTo(Outcome.MET);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObservationStatus.class,
            names = {"REGISTERED", "PRELIMINARY", "CANCELLED", "ENTEREDINERROR", "UNKNOWN"})
    void aFindingThatIsNotFinalIsNoFact(ObservationStatus status) {
        var result = finding("hiv", MORNING, answer("ANC.B9.DE42"));
        assertThat(facts.of(result.copy().setStatus(status))).isEmpty();
        assertThat(facts.of(result.copy().setStatus(ObservationStatus.CORRECTED)))
                .hasSize(1);
    }

    @Test
    void aFindingWithoutAStatusIsNoFact() {
        assertThat(facts.of(finding("oedema", MORNING, new BooleanType(true)).setStatus(null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void anIllnessThatSheDoesNotHaveIsNoFact(String status) {
        var illness = illness("hx_heart", MORNING);
        illness.getVerificationStatus().addCoding().setCode(status);
        assertThat(facts.of(illness)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gravida", "oedema", "lmp", "haemoglobin"})
    void aValueThatOnlySaysWhyItIsAbsentIsNoFact(String field) {
        var absent = new Extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
        for (var value : List.<Type>of(new IntegerType(), new BooleanType(), new DateTimeType(), new Quantity())) {
            value.addExtension(absent);
            assertThat(facts.of(finding(field, MORNING, value))).isEmpty();
        }
    }

    @Test
    void aDayThatOnlySaysWhyItIsAbsentDatesNothing() {
        var unknown = new DateTimeType();
        unknown.addExtension(new Extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason"));
        var dose = new Immunization()
                .setStatus(ImmunizationStatus.COMPLETED)
                .setVaccineCode(question("tt1_date"))
                .setRecordedElement(new DateTimeType(MORNING))
                .setOccurrence(unknown.copy());
        assertThat(facts.of(dose)).isEmpty();
        var result = finding("oedema", MORNING, new BooleanType(true));
        result.setEffective(unknown);
        assertThat(facts.of(result)).isEmpty();
    }

    @Test
    void aDayWithoutATimeIsThatDayWhateverZoneTheComputerKeeps() {
        assertThat(facts.of(finding("oedema", "2026-11-02", new BooleanType(true))))
                .extracting(Fact::on)
                .containsExactly(DAY);
    }

    @ParameterizedTest
    @CsvSource({"LESS_THAN, BELOW", "LESS_OR_EQUAL, AT_MOST", "GREATER_OR_EQUAL, AT_LEAST", "GREATER_THAN, ABOVE"})
    void aResultThatIsOnlyABoundIsReadAsOne(QuantityComparator comparator, Answer.Bound bound) {
        assertThat(facts.of(finding("haemoglobin", MORNING, quantity("7", comparator))))
                .extracting(Fact::value)
                .containsExactly(new Answer.Bounded(bound, new BigDecimal("7"), "g/dL"));
    }

    @Test
    void lessThanALittleHidesNoSevereAnaemiaBehindAnOlderGoodResult() {
        var good = finding("haemoglobin", "2026-10-01T08:00:00+05:30", quantity("11.5", null));
        var low = finding("haemoglobin", MORNING, quantity("5", QuantityComparator.LESS_THAN));
        assertThat(outcome("R-ANAEMIA-SEVERE", good, low)).isEqualTo(Outcome.MET);
    }

    private Outcome outcome(String rule, Resource... findings) {
        var known = CaseFacts.on(DAY, Course.UNKNOWN, facts.of(List.of(findings)));
        return rules.trial(rule, known).orElseThrow().outcome();
    }

    private static Quantity pressure(String value) {
        return quantity(value, null).setCode("mm[Hg]");
    }

    private static Quantity quantity(String value, @Nullable QuantityComparator comparator) {
        return new Quantity()
                .setValue(new BigDecimal(value))
                .setSystem("http://unitsofmeasure.org")
                .setCode("g/dL")
                .setComparator(comparator);
    }

    private static Observation finding(String field, String at, Type value) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(question(field))
                .setEffective(new DateTimeType(at))
                .setValue(value);
    }

    private static Condition illness(String field, @Nullable String at) {
        var illness = new Condition().setCode(question(field));
        return at == null ? illness : illness.setRecordedDateElement(new DateTimeType(at));
    }

    private static CodeableConcept question(String field) {
        return new CodeableConcept(coding(Dictionary.anc().require(field).primary()));
    }

    private static CodeableConcept answer(String code) {
        return new CodeableConcept(new Coding(SystemUris.WHO_ANC, code, null));
    }

    private static Coding coding(Code code) {
        return new Coding(code.system(), code.code(), null);
    }
}
