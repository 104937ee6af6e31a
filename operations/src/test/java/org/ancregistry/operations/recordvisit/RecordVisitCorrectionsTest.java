package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.rules.GradeDecision;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

class RecordVisitCorrectionsTest extends VisitDesk {

    @Test
    void judgesAnAddendumWithItsContact() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(150));
        answer("diastolic", new IntegerType(95));
        var first = visit("1");
        assertThat(text(first, "risk-grade")).isEqualTo("risk-grade-not-assessed");
        next("r2");
        answer("repeat_systolic", new IntegerType(165));
        answer("repeat_diastolic", new IntegerType(112));
        correction = new Correction(reference(first, "contact"), false, "Measured again after 15 minutes");
        var rules = visit("2").getParameters("assessment").stream()
                .filter(rule -> "met".equals(Parts.text(rule, "outcome")))
                .map(rule -> Parts.text(rule, "rule"))
                .toList();
        assertThat(rules).contains("R-HTN").doesNotContain("R-BP-REPEAT");
    }

    @Test
    void forgetsWhatIsStruckOutInTheSameAct() {
        healthy();
        answer("rh", new CodeType("ANC.B9.DE31"));
        var contact = reference(visit("1"), "contact");
        next("r2");
        healthy();
        correction = new Correction(contact, true, "Another woman's blood group");
        assertThat(text(visit("2"), "risk-grade")).isEqualTo("risk-grade-low");
    }

    @Test
    void addsToAnEarlierContactWithoutCountingItTwice() {
        healthy();
        var contact = reference(visit("1"), "contact");
        next("r2");
        answer("haemoglobin", new Quantity().setValue(11).setCode("g/dL"));
        correction = new Correction(contact, false, "The laboratory called later");
        visit("2");
        var addendum = records.all(Encounter.class).get(1);
        assertThat(addendum.getPartOf().getReference()).isEqualTo(contact);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);
        assertThat(lastReason()).isEqualTo("addendum");
    }

    @Test
    void strikesOutAContactWithAllThatWasFound() {
        healthy();
        var contact = reference(visit("1"), "contact");
        next("r2");
        correction = new Correction(contact, true, "Another woman's visit");
        visit("2");
        assertThat(records.all(Encounter.class).get(0).getStatus()).isEqualTo(EncounterStatus.ENTEREDINERROR);
        assertThat(records.all(Observation.class))
                .hasSize(3)
                .allMatch(observation -> observation.getStatus() == ObservationStatus.ENTEREDINERROR);
        assertThat(Pregnancies.contacts(pregnancy())).isZero();
        assertThat(lastReason()).isEqualTo("entered-in-error");
    }

    @Test
    void correctsNoContactOfAnotherWoman() {
        var other = records.given(new Encounter().setSubject(new Reference("Patient/another")));
        correction = new Correction(other, true, "Wrong");
        assertThat(Refused.problemOf(() -> visit("1"))).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void keepsTheNewestGradeWhenSomethingIsAddedToAnOlderContact() {
        when = "2026-08-03T09:00:00+05:30";
        healthy();
        var old = reference(visit("1"), "contact");
        next("r2");
        when = "2026-08-09T09:00:00+05:30";
        severe();
        var newest = reference(visit("2"), "risk-assessment");
        next("r3");
        when = "2026-08-10T09:30:00+05:30";
        answer("haemoglobin", new Quantity().setValue(12).setCode("g/dL"));
        correction = new Correction(old, false, "The laboratory called later");
        var added = visit("3");
        assertThat(new FactsInMemory().lastAssessment(nimali))
                .hasValueSatisfying(last -> assertThat(Canon.referenceTo(last)).isEqualTo(newest));
        assertThat(records.read(RiskAssessment.class, reference(added, "risk-assessment")))
                .hasValueSatisfying(
                        late -> assertThat(late.getOccurrenceDateTimeType().getValueAsString())
                                .isEqualTo("2026-08-03T09:00:00+05:30"));
    }

    @Test
    void keepsAGradeThatAClinicianRaisedWhenItsContactIsPutRight() {
        healthy();
        var first = visit("1");
        var assessment = records.read(RiskAssessment.class, reference(first, "risk-assessment"))
                .orElseThrow();
        Grades.decide(
                assessment,
                new GradeDecision(Grades.standing(assessment), RiskGrade.HIGH, ""),
                "Practitioner/kumari",
                new DateTimeType(when));
        records.write(List.of(assessment));
        next("r2");
        healthy();
        correction = new Correction(reference(first, "contact"), true, "Another weight");
        assertThat(text(visit("2"), "risk-grade")).isEqualTo("risk-grade-high");
    }
}
