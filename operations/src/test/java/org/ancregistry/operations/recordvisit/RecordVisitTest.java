package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.recordvisit.RecordVisit.Medicine;
import org.ancregistry.operations.recordvisit.RecordVisit.NextAppointment;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class RecordVisitTest extends VisitDesk {

    @Test
    void writesAContactWithItsFindingsAndTheAgeOfThePregnancy() {
        healthy();
        var answer = visit("1");
        assertThat(text(answer, "version")).isEqualTo("2");
        var contact = records.all(Encounter.class).get(0);
        assertThat(contact.getExtension())
                .extracting(extension -> extension.getValue().primitiveValue())
                .containsExactly("1");
        assertThat(age().getValueQuantity().getValue()).isEqualByComparingTo("20.43");
        assertThat(records.all(Observation.class)).hasSize(3);
        assertThat(records.all(Provenance.class)).hasSize(1);
    }

    @Test
    void sendsHerOnAndAsksForFeedback() {
        healthy();
        referral = new Referral(Staff.HOSPITAL, true, "Raised blood pressure", null);
        next = new NextAppointment(new DateTimeType("2026-09-07T09:00:00+05:30"), null);
        medicines.add(new Medicine("Ferrous sulfate", "60 mg once a day", null));
        var answer = visit("1");
        assertThat(reference(answer, "referral")).startsWith("ServiceRequest/");
        assertThat(reference(answer, "appointment")).startsWith("Appointment/");
        assertThat(records.all(ServiceRequest.class).get(0).getPriority().toCode())
                .isEqualTo("urgent");
        assertThat(records.all(Task.class).get(0).getOwner().getReference()).isEqualTo(Staff.HOSPITAL);
        assertThat(records.all(Appointment.class).get(0).getEndElement().getValueAsString())
                .isEqualTo("2026-09-07T09:30:00+05:30");
        assertThat(records.all(MedicationStatement.class)
                        .get(0)
                        .getDosageFirstRep()
                        .getText())
                .isEqualTo("60 mg once a day");
    }

    @Test
    void keepsTheAssessmentWithTheFindingsBehindIt() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(172));
        answer("diastolic", new IntegerType(114));
        visit("1");
        var risk = records.all(RiskAssessment.class).get(0);
        assertThat(risk.getPredictionFirstRep().getOutcome().getCodingFirstRep().getCode())
                .isEqualTo("R-BP-SEVERE-1");
        assertThat(risk.getPredictionFirstRep()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("1");
        var evidence = risk.getBasisFirstRep().getReference();
        assertThat(records.read(Observation.class, evidence).orElseThrow().getComponent())
                .hasSize(2);
        assertThat(risk.getEncounter().getReference()).startsWith("Encounter/");
    }

    @Test
    void asksOfARareValueWhetherItIsRightAndKeepsWhoConfirmedIt() {
        healthy();
        answer("weight", new Quantity().setValue(58).setCode("kg"));
        assertThat(visit("1").getParameters("unusual")).isEmpty();
        next("r2");
        healthy();
        answer("weight", new Quantity().setValue(70).setCode("kg"));
        var asked = visit("2").getParameters("unusual");
        assertThat(asked).singleElement().satisfies(rare -> {
            assertThat(Parts.text(rare, "field")).isEqualTo("weight");
            assertThat(Parts.text(rare, "question")).contains("58").contains("70");
        });
        next("r3");
        healthy();
        answer("weight", new Quantity().setValue(80).setCode("kg"));
        confirm();
        assertThat(visit("3").getParameters("unusual")).isEmpty();
        assertThat(confirmedBy("weight")).containsExactly("", "", "Practitioner/kumari");
    }

    @Test
    void confirmsTheReadingThatIsRareAndNotItsNeighbour() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(150));
        confirm();
        answer("diastolic", new IntegerType(85));
        confirm();
        visit("1");
        var pressure = records.all(Observation.class).stream()
                .filter(Observation::hasComponent)
                .findFirst()
                .orElseThrow();
        assertThat(pressure.getComponent().get(0).getExtension()).hasSize(1);
        assertThat(pressure.getComponent().get(1).getExtension()).isEmpty();
    }

    @Test
    void looksAtWhatEarlierContactsFound() {
        healthy();
        answer("rh", new CodeType("ANC.B9.DE31"));
        visit("1");
        next("r2");
        healthy();
        assertThat(text(visit("2"), "risk-grade")).isEqualTo("risk-grade-high");
    }

    @Test
    void answersARepeatAlikeAndWritesNothingMore() {
        healthy();
        var first = visit("1");
        var again = visit("1");
        assertThat(reference(again, "contact")).isEqualTo(reference(first, "contact"));
        assertThat(text(again, "repeated")).isEqualTo("true");
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void saysWhatChangedWhenSomebodyWroteMeanwhile() {
        healthy();
        visit("1");
        requestId = "r2";
        var outcome = Refused.outcomeOf(() -> visit("1"));
        var issue = outcome.getIssueFirstRep();
        assertThat(issue.getDetails().getCodingFirstRep().getCode()).isEqualTo("version-conflict");
        assertThat(issue.getDiagnostics()).contains("1 contacts now").contains("Practitioner/kumari");
        assertThat(issue.getExtensionFirstRep().getValue().primitiveValue()).isEqualTo("2");
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void asksForDangerSignsAndBloodPressureAtEveryContact() {
        var outcome = Refused.outcomeOf(() -> visit("1"));
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .contains("danger_none", "systolic");
    }

    @Test
    void isOnlyForThoseWhoCareForHer() {
        healthy();
        assertThat(Refused.problemOf(() -> visit(Staff.anotherMidwife(), "1"))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> visit(Staff.doctor(), "1"))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> visit(Staff.mother(nimali), "1"))).isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void refusesAWomanWithoutAnOpenPregnancy() {
        var kamala = records.given(new Patient());
        cared.put(kamala, Staff.AREA);
        healthy();
        assertThat(Refused.problemOf(() -> visits().write(Staff.kumariTheMidwife(), asked(kamala, "1"))))
                .isEqualTo(Problem.NOT_FOUND);
    }
}
