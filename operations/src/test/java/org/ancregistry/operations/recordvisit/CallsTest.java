package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

/** A woman is only called: what that is kept as, and what it cannot do. */
class CallsTest extends VisitDesk {

    @Test
    void isVirtualAndNoneOfTheContactsThatAreCounted() {
        healthy();
        visit("1");
        called("2", "danger_none");
        var call = newest();
        assertThat(call.getClass_().getCode()).isEqualTo("VR");
        assertThat(Contacts.number(call)).isEqualTo(1);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);

        next("r3");
        type = "field-clinic";
        healthy();
        visit("3");
        assertThat(Contacts.number(newest())).isEqualTo(2);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(2);
    }

    @Test
    void asksForTheDangerSignsAndForNothingThatIsMeasured() {
        healthy();
        visit("1");
        next("r2");
        type = Contacts.PHONE;
        assertThat(Refused.problemOf(() -> visit("2"))).isEqualTo(Problem.ANSWER_INVALID);
        assertThat(called("2", "danger_none").getParameter("contact")).isNotNull();
    }

    @Test
    void answersNothingUrgentAndLowersNoRisk() {
        when = "2026-08-09T09:30:00+05:30";
        severe();
        visit("1");
        when = "2026-08-10T09:30:00+05:30";
        var answer = called("2", "danger_none");
        assertThat(answered()).isEmpty();
        assertThat(records.all(RiskAssessment.class)).hasSize(1);
        assertThat(answer.getParameter("risk-grade")).isNull();
    }

    @Test
    void findsADangerSignOnceHoweverOftenSheIsCalled() {
        healthy();
        visit("1");
        var answer = called("2", "danger_convulsing");
        assertThat(text(answer, "risk-grade")).isEqualTo("risk-grade-urgent");
        next("r3");
        called("3", "danger_convulsing");
        assertThat(issues()).filteredOn(DetectedIssues::isOpen).hasSize(1);
        assertThat(Grades.standing(records.all(RiskAssessment.class).get(1))).isEqualTo(RiskGrade.URGENT);
    }

    @Test
    void countsOneContactLessWhenWhatWasWrittenAsAVisitWasACall() {
        healthy();
        visit("1");
        next("r2");
        healthy();
        var wrong = reference(visit("2"), "contact");
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(2);
        next("r3");
        type = Contacts.PHONE;
        answer("danger_none", new BooleanType(true));
        correction = new Correction(wrong, true, "She was only called");
        var call = reference(visit("3"), "contact");
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);

        next("r4");
        type = "home-visit";
        healthy();
        correction = new Correction(call, true, "She was seen after all");
        visit("4");
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(2);
    }

    @Test
    void takesNoContactAwayWhenACallIsStruckOut() {
        healthy();
        visit("1");
        var call = reference(called("2", "danger_none"), "contact");
        next("r3");
        correction = new Correction(call, true, "Another woman's call");
        visit("3");
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);
    }

    private Parameters called(String basedOn, String sign) {
        if (basedOn.equals("2")) {
            next("r2");
        }
        type = Contacts.PHONE;
        answer(sign, new BooleanType(true));
        return visit(basedOn);
    }

    private Encounter newest() {
        var all = records.all(Encounter.class);
        return all.get(all.size() - 1);
    }
}
