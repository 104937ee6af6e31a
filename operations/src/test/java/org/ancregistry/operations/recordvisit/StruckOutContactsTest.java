package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.ancregistry.domain.rules.GradeDecision;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What stands and what is judged anew when a contact turns out to be another woman's. */
class StruckOutContactsTest extends VisitDesk {

    private int version = 1;

    @Test
    void judgesTheNewestContactWithoutTheBloodGroupOfAnotherWoman() {
        var wrong = seen("03", this::rhNegative);
        var stands = newestAfter("09");
        assertThat(Grades.standing(stands)).isNotEqualTo(RiskGrade.LOW);
        strikeOut(wrong);
        var anew = last();
        assertThat(Canon.referenceTo(anew)).isEqualTo(Canon.referenceTo(stands));
        assertThat(Grades.standing(anew)).isEqualTo(RiskGrade.LOW);
        assertThat(struckOutGroundsOf(anew)).isEmpty();
    }

    @Test
    void judgesEachLaterContactThatRestsOnIt() {
        var wrong = seen("03", this::rhNegative);
        newestAfter("05");
        newestAfter("09");
        strikeOut(wrong);
        assertThat(standing()).hasSize(2).allMatch(anew -> Grades.standing(anew) == RiskGrade.LOW);
    }

    @Test
    void judgesLaterContactsWhenAnOlderOneIsReplaced() {
        var wrong = seen("03", this::rhNegative);
        newestAfter("09");
        when = "2026-08-03T09:00:00+05:30";
        healthy();
        correction = new Correction(wrong, true, "Another woman's blood group");
        recorded();
        assertThat(standing()).hasSize(2).allMatch(anew -> Grades.standing(anew) == RiskGrade.LOW);
    }

    @Test
    void keepsWhatWasAddedLaterToTheContactThatIsJudgedAnew() {
        var wrong = seen("01", () -> haemoglobin("12"));
        var stands = seen("03", this::healthy);
        when = "2026-08-09T09:00:00+05:30";
        rhNegativeOnly();
        correction = new Correction(stands, false, "The laboratory called later");
        recorded();
        strikeOut(wrong);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.HIGH);
        assertThat(last().getBasis()).isNotEmpty();
    }

    @Test
    void keepsAGradeThatAClinicianRaised() {
        var wrong = seen("03", this::rhNegative);
        var raised = newestAfter("09");
        Grades.decide(
                raised,
                new GradeDecision(Grades.standing(raised), RiskGrade.URGENT, ""),
                "Practitioner/kumari",
                new DateTimeType(when));
        records.write(List.of(raised));
        strikeOut(wrong);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.URGENT);
        assertThat(Grades.computed(last())).isEqualTo(RiskGrade.LOW);
    }

    @Test
    void keepsNoGradeThatAClinicianLoweredFromAnother() {
        due = TODAY.plusDays(14);
        seen("01", () -> haemoglobin("5"));
        var wrong = seen("03", () -> haemoglobin("10"));
        var lowered = newestAfter("09");
        Grades.decide(
                lowered,
                new GradeDecision(Grades.standing(lowered), RiskGrade.LOW, "Takes iron"),
                "Practitioner/kumari",
                new DateTimeType(when));
        records.write(List.of(lowered));
        strikeOut(wrong);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.URGENT);
    }

    @Test
    void settlesWhatWasUrgentOnlyByThatContact() {
        due = TODAY.plusDays(14);
        var wrong = seen("03", () -> haemoglobin("5"));
        newestAfter("09");
        assertThat(issues()).filteredOn(DetectedIssues::isOpen).hasSize(1);
        strikeOut(wrong);
        assertThat(issues()).isNotEmpty().allMatch(issue -> issue.getStatus() == DetectedIssueStatus.ENTEREDINERROR);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.LOW);
    }

    @Test
    void findsWhatWasHiddenByThatContact() {
        due = TODAY.plusDays(14);
        seen("01", () -> haemoglobin("5"));
        var wrong = seen("03", () -> haemoglobin("12"));
        var newest = newestAfter("09");
        assertThat(Grades.standing(newest)).isEqualTo(RiskGrade.LOW);
        strikeOut(wrong);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.URGENT);
        assertThat(issues())
                .filteredOn(DetectedIssues::isOpen)
                .singleElement()
                .matches(open -> DetectedIssues.isOf(open, last().getEncounter().getReference()));
    }

    @Test
    void answersAgainAtALaterContactWhatWaitsAgain() {
        seen("01", this::severe);
        var wrong = seen("03", this::healthy);
        seen("09", this::healthy);
        strikeOut(wrong);
        assertThat(answered()).containsExactly("seen-again");
    }

    @Test
    void datesWhatTakesItsPlaceWithoutIt() {
        when = "2026-08-10T09:30:00+05:30";
        healthy();
        answer("lmp", new DateTimeType("2026-01-05"));
        var wrong = recorded();
        assertThat(weeks()).containsExactly("31");
        healthy();
        correction = new Correction(wrong, true, "Another woman's last period");
        recorded();
        assertThat(weeks()).containsExactly("20");
    }

    @Test
    void strikesOutWhatWasAddedToIt() {
        var wrong = seen("03", this::healthy);
        rhNegativeOnly();
        correction = new Correction(wrong, false, "The laboratory called later");
        recorded();
        strikeOut(wrong);
        assertThat(records.all(Encounter.class))
                .hasSize(2)
                .allMatch(contact -> contact.getStatus() == EncounterStatus.ENTEREDINERROR);
        assertThat(records.all(Observation.class))
                .allMatch(found -> found.getStatus() == ObservationStatus.ENTEREDINERROR);
        assertThat(standing()).isEmpty();
        assertThat(Pregnancies.contacts(pregnancy())).isZero();
    }

    @Test
    void callsOffWhatItArranged() {
        referral = new Referral(Staff.HOSPITAL, false, "Scan", null);
        var wrong = seen("03", this::healthy);
        strikeOut(wrong);
        assertThat(records.all(Task.class)).singleElement().matches(task -> task.getStatus() == TaskStatus.CANCELLED);
    }

    @Test
    void countsAContactStillWhenOnlyAnAdditionIsStruckOut() {
        var contact = seen("03", this::healthy);
        rhNegativeOnly();
        correction = new Correction(contact, false, "The laboratory called later");
        var addition = recorded();
        strikeOut(addition);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.LOW);
    }

    @Test
    void givesNoNumberTwice() {
        seen("01", this::healthy);
        var second = seen("03", this::healthy);
        seen("05", this::healthy);
        when = "2026-08-03T09:00:00+05:30";
        healthy();
        correction = new Correction(second, true, "Another weight");
        var replaced = recorded();
        seen("07", this::healthy);
        strikeOut(replaced);
        seen("09", this::healthy);
        assertThat(numbers()).containsExactlyInAnyOrder(1, 3, 4, 5);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(4);
    }

    @Test
    void keepsTheNumberOfWhatIsReplaced() {
        seen("01", this::healthy);
        var second = seen("03", this::healthy);
        seen("05", this::healthy);
        healthy();
        correction = new Correction(second, true, "Another weight");
        recorded();
        assertThat(numbers()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(3);
    }

    @Test
    void replacesAnAdditionByAnAddition() {
        var contact = seen("03", this::healthy);
        rhNegativeOnly();
        correction = new Correction(contact, false, "The laboratory called later");
        var addition = recorded();
        haemoglobinOnly("12");
        correction = new Correction(addition, true, "Another woman's blood");
        var right = recorded();
        assertThat(records.read(Encounter.class, right)
                        .orElseThrow()
                        .getPartOf()
                        .getReference())
                .isEqualTo(contact);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);
        assertThat(Grades.standing(last())).isEqualTo(RiskGrade.LOW);
    }

    @Test
    void strikesNothingOutTwice() {
        seen("01", this::healthy);
        var wrong = seen("03", this::healthy);
        strikeOut(wrong);
        correction = new Correction(wrong, true, "Again");
        assertThat(Refused.problemOf(this::recorded)).isEqualTo(Problem.ALREADY_DECIDED);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);
    }

    @Test
    void changesNothingOfAnEarlierPregnancy() {
        var earlier = records.given(Contacts.inPregnancy(
                new Encounter().setStatus(EncounterStatus.FINISHED).setSubject(new Reference(nimali)),
                "EpisodeOfCare/earlier",
                3));
        correction = new Correction(earlier, true, "Wrong");
        assertThat(Refused.problemOf(this::recorded)).isEqualTo(Problem.PREGNANCY_ENDED);
        correction = new Correction(earlier, false, "More");
        assertThat(Refused.problemOf(this::recorded)).isEqualTo(Problem.PREGNANCY_ENDED);
    }

    @Test
    void writesAReferralThatComesWithAStrike() {
        var wrong = seen("03", this::healthy);
        when = "2026-08-10T09:30:00+05:30";
        referral = new Referral(Staff.HOSPITAL, true, "Bleeding", null);
        correction = new Correction(wrong, true, "Another woman's visit");
        var instead = recorded();
        assertThat(instead).isNotEqualTo(wrong);
        assertThat(records.all(ServiceRequest.class))
                .singleElement()
                .matches(sent -> sent.getEncounter().getReference().equals(instead));
    }

    private String seen(String day, Runnable found) {
        when = "2026-08-" + day + "T09:00:00+05:30";
        found.run();
        return recorded();
    }

    private RiskAssessment newestAfter(String day) {
        return newestAfter(day, this::healthy);
    }

    private RiskAssessment newestAfter(String day, Runnable found) {
        seen(day, found);
        return last();
    }

    private void strikeOut(String contact) {
        when = "2026-08-10T09:30:00+05:30";
        correction = new Correction(contact, true, "Another woman's");
        recorded();
    }

    private String recorded() {
        var contact = reference(visit(String.valueOf(version)), "contact");
        next("r" + ++version);
        return contact;
    }

    private void rhNegative() {
        healthy();
        rhNegativeOnly();
    }

    private void rhNegativeOnly() {
        answer("rh", new CodeType("ANC.B9.DE31"));
    }

    private void haemoglobin(String value) {
        healthy();
        haemoglobinOnly(value);
    }

    private void haemoglobinOnly(String value) {
        answer("haemoglobin", new Quantity().setValue(new BigDecimal(value)).setCode("g/dL"));
        confirm();
    }

    private RiskAssessment last() {
        return new FactsInMemory().lastAssessment(nimali).orElseThrow();
    }

    private List<RiskAssessment> standing() {
        return new FactsInMemory().assessments(nimali);
    }

    private List<Integer> numbers() {
        return new FactsInMemory()
                .contacts(Canon.referenceTo(pregnancy())).stream()
                        .map(Contacts::number)
                        .toList();
    }

    /** How far she is by each contact that counts. */
    private List<String> weeks() {
        return records.all(Observation.class).stream()
                .filter(found -> found.getStatus() != ObservationStatus.ENTEREDINERROR)
                .filter(found -> found.getCode().getCodingFirstRep().getCode().equals("ANC.B6.DE17"))
                .map(found -> found.getValueQuantity().getValue().toBigInteger().toString())
                .toList();
    }

    private List<Observation> struckOutGroundsOf(RiskAssessment assessment) {
        return assessment.getBasis().stream()
                .flatMap(ground -> records.read(Observation.class, ground.getReference()).stream())
                .filter(found -> found.getStatus() == ObservationStatus.ENTEREDINERROR)
                .toList();
    }
}
