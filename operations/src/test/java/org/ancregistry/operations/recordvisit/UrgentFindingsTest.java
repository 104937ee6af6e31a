package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class UrgentFindingsTest extends VisitDesk {

    @Test
    void saysAVeryHighPressureFirstWithTheReferralPrepared() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(172));
        answer("diastolic", new IntegerType(114));
        var answer = visit("1");
        assertThat(answer.getParameter().get(0).getName()).isEqualTo("risk-grade");
        assertThat(text(answer, "risk-grade")).isEqualTo("risk-grade-urgent");
        var prepared = answer.getParameter("prepared-referral");
        assertThat(Parts.text(prepared, "urgency")).isEqualTo("urgent");
        assertThat(Parts.text(prepared, "reason")).contains("Very high blood pressure");
        var gravest = answer.getParameters("assessment").get(0);
        assertThat(Parts.text(gravest, "rule")).isEqualTo("R-BP-SEVERE-1");
        assertThat(Parts.text(gravest, "version")).isEqualTo("1");
        assertThat(Parts.text(gravest, "outcome")).isEqualTo("met");
        assertThat(gravest.getPart())
                .filteredOn(part -> part.getName().equals("fact"))
                .extracting(part -> Parts.text(part, "field"))
                .contains("systolic", "diastolic");
    }

    @Test
    void keepsWhatCannotWaitOpenUntilSheIsSentToHospital() {
        severe();
        var contact = reference(visit("1"), "contact");
        var issue = issues().get(0);
        assertThat(DetectedIssues.isOpen(issue)).isTrue();
        assertThat(issue.getCode().getCodingFirstRep().getCode()).isEqualTo("R-BP-SEVERE-1");
        assertThat(issue.getExtension().get(0).getValue().primitiveValue()).isEqualTo("1");
        assertThat(issue.getImplicatedFirstRep().getReference()).isEqualTo(contact);
        assertThat(issue.getEvidenceFirstRep().getDetail()).hasSize(1);
        next("r2");
        correction = new Correction(contact, false, "Sent to hospital");
        referral = new Referral(Staff.HOSPITAL, true, "Very high blood pressure", null);
        visit("2");
        assertThat(issues()).hasSize(1).noneMatch(DetectedIssues::isOpen);
        var done = issues().get(0).getMitigationFirstRep();
        assertThat(done.getAction().getCodingFirstRep().getCode()).isEqualTo("referred");
        assertThat(done.getAuthor().getReference()).isEqualTo("Practitioner/kumari");
    }

    @Test
    void leavesAnUrgentFindingOpenWhenOnlySomethingIsAdded() {
        severe();
        var contact = reference(visit("1"), "contact");
        next("r2");
        answer("haemoglobin", new Quantity().setValue(11).setCode("g/dL"));
        correction = new Correction(contact, false, "The laboratory called");
        visit("2");
        assertThat(issues()).hasSize(1).allMatch(DetectedIssues::isOpen);
    }

    @Test
    void endsAnUrgentFindingWhenSheIsSeenAgain() {
        severe();
        visit("1");
        next("r2");
        healthy();
        visit("2");
        assertThat(issues())
                .singleElement()
                .extracting(issue -> issue.getMitigationFirstRep()
                        .getAction()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("seen-again");
    }

    @Test
    void asksNoQuestionOfAWomanWhoIsSentToHospitalAtOnce() {
        answer("danger_convulsing", new BooleanType(true));
        referral = new Referral(Staff.HOSPITAL, true, "Convulsions", null);
        assertThat(text(visit("1"), "risk-grade")).isEqualTo("risk-grade-urgent");
        assertThat(issues())
                .singleElement()
                .extracting(issue -> issue.getMitigationFirstRep()
                        .getAction()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("referred");
    }

    @Test
    void keepsWhatWasFoundAfterAContactThatIsWrittenDownLate() {
        severe();
        visit("1");
        next("r2");
        when = "2026-08-03T09:00:00+05:30";
        healthy();
        visit("2");
        assertThat(answered()).isEmpty();
    }

    @Test
    void keepsWhatWasFoundTodayWhenALaterVisitSaysOnlyTheDay() {
        severe();
        visit("1");
        next("r2");
        when = "2026-08-10";
        healthy();
        visit("2");
        assertThat(answered()).isEmpty();
    }

    @Test
    void keepsAVeryHighPressureWhenItCouldNotBeMeasuredAgain() {
        when = "2026-08-09T09:30:00+05:30";
        severe();
        visit("1");
        next("r2");
        when = "2026-08-10T09:30:00+05:30";
        answer("danger_none", new BooleanType(true));
        answer("bp_not_taken_reason", new CodeType("ANC.B8.DE24"));
        visit("2");
        assertThat(answered()).isEmpty();
    }

    @Test
    void opensAgainWhatAContactAnsweredThatWasAnError() {
        severe();
        visit("1");
        next("r2");
        healthy();
        var wrong = reference(visit("2"), "contact");
        assertThat(answered()).containsExactly("seen-again");
        next("r3");
        correction = new Correction(wrong, true, "Another woman's visit");
        visit("3");
        assertThat(answered()).isEmpty();
    }

    @Test
    void answersAnewWhatTheRightContactSaysInPlaceOfTheWrongOne() {
        severe();
        visit("1");
        next("r2");
        healthy();
        var wrong = reference(visit("2"), "contact");
        next("r3");
        healthy();
        correction = new Correction(wrong, true, "Another weight");
        var right = reference(visit("3"), "contact");
        assertThat(answered()).containsExactly("seen-again");
        assertThat(issues().get(0).getMitigationFirstRep().getExtension())
                .extracting(at -> ((Reference) at.getValue()).getReference())
                .containsExactly(right);
    }
}
