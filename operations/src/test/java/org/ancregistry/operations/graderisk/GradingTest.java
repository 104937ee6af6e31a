package org.ancregistry.operations.graderisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.NoFacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.operations.fhir.RecordedFacts;
import org.ancregistry.operations.fhir.RiskAssessments;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

class GradingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 10);
    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), COLOMBO);
    private final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final CaredFor cared = new CaredFor();
    private final String nimali = records.given(new Patient());
    private final String first = assessed("no", null);

    GradingTest() {
        cared.put(nimali, Staff.AREA);
    }

    @Test
    void raisesFreelyAndKeepsWhatTheRulesFound() {
        var answer = grade("r1", RiskGrade.HIGH, "");
        assertThat(text(answer, "risk-grade")).isEqualTo("risk-grade-high");
        assertThat(text(answer, "computed-risk-grade")).isEqualTo("risk-grade-low");
        assertThat(Grades.computed(stored())).isEqualTo(RiskGrade.LOW);
        assertThat(records.all(Provenance.class))
                .singleElement()
                .satisfies(by -> assertThat(by.getAgentFirstRep().getWho().getReference())
                        .isEqualTo("Practitioner/kumari"));
    }

    @Test
    void lowersOnlyWithAReasonAndKeepsIt() {
        grade("r1", RiskGrade.HIGH, "Looks unwell");
        var outcome = Refused.outcomeOf(() -> grade("r2", RiskGrade.MODERATE, ""));
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("grade-reason-missing");
        assertThat(Grades.standing(stored())).isEqualTo(RiskGrade.HIGH);
        grade("r3", RiskGrade.MODERATE, "Slept well, looks better");
        assertThat(Grades.standing(stored())).isEqualTo(RiskGrade.MODERATE);
        assertThat(stored().getExtensionsByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-grade-decision"))
                .extracting(decision ->
                        decision.getExtensionByUrl("reason").getValue().primitiveValue())
                .containsExactly("Looks unwell", "Slept well, looks better");
    }

    @Test
    void takesARaisedGradeOverToTheNextContact() {
        grade("r1", RiskGrade.HIGH, "");
        assertThat(Grades.standing(read(assessed("no", stored())))).isEqualTo(RiskGrade.HIGH);
    }

    @Test
    void judgesALoweredGradeAnewAtTheNextContact() {
        var raised = assessed("yes", null);
        assertThat(Grades.computed(read(raised))).isEqualTo(RiskGrade.URGENT);
        newest = raised;
        grade("r1", RiskGrade.LOW, "Fever was measured wrongly");
        assertThat(Grades.standing(read(assessed("yes", read(raised))))).isEqualTo(RiskGrade.URGENT);
    }

    @Test
    void gradesNothingThatTheClinicianHasNotSeen() {
        newest = assessed("yes", null);
        var outcome = Refused.outcomeOf(
                () -> grading().grade(Staff.kumariTheMidwife(), asked("r1", RiskGrade.LOW, "x", first)));
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("version-conflict");
    }

    @Test
    void isDoneOnceHoweverOftenItIsSent() {
        grade("r1", RiskGrade.HIGH, "");
        assertThat(text(grade("r1", RiskGrade.HIGH, ""), "repeated")).isEqualTo("true");
        assertThat(stored().getExtensionsByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-grade-decision"))
                .hasSize(1);
    }

    @Test
    void isOnlyForThoseWhoCareForHer() {
        assertThat(Refused.problemOf(() -> grade(Staff.anotherMidwife()))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> grade(Staff.mother(nimali)))).isEqualTo(Problem.FORBIDDEN);
    }

    private String newest = first;

    private Parameters grade(Caller caller) {
        return grading().grade(caller, asked("r1", RiskGrade.HIGH, "", newest));
    }

    private Parameters grade(String requestId, RiskGrade grade, String reason) {
        return grading().grade(Staff.kumariTheMidwife(), asked(requestId, grade, reason, newest));
    }

    private GradeRisk asked(String requestId, RiskGrade grade, String reason, String assessment) {
        return new GradeRisk(requestId, requestId + grade, nimali, assessment, grade, reason);
    }

    private Grading grading() {
        return new Grading(new Once(records, requests), new Reach(cared), new LastAssessment(), records, clock);
    }

    private RiskAssessment stored() {
        return read(newest);
    }

    private RiskAssessment read(String reference) {
        return records.read(RiskAssessment.class, reference).orElseThrow();
    }

    /** A contact at which a danger sign was there or not, after {@code before}. */
    private String assessed(String danger, RiskAssessment before) {
        var facts = danger.equals("yes")
                ? Map.of("danger_fever", (Answer) new Answer.YesNo(true))
                : Map.of(
                        "danger_none",
                        (Answer) new Answer.YesNo(true),
                        "systolic",
                        new Answer.Measured(new BigDecimal("110"), "mm[Hg]"),
                        "diastolic",
                        new Answer.Measured(new BigDecimal("70"), "mm[Hg]"));
        var found = facts.entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), fact.getValue(), TODAY))
                .toList();
        var context = new ContactContext(
                nimali, "Encounter/1", new DateTimeType("2026-08-10T09:30:00+05:30"), "Practitioner/kumari");
        var assessment = RuleBook.shipped().assess(CaseFacts.on(TODAY, Course.UNKNOWN, found));
        return records.given(new RiskAssessments(context, new RecordedFacts(COLOMBO))
                .of(assessment, List.of(), before)
                .risk());
    }

    private static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    /** Knows the assessment that was written last. */
    private final class LastAssessment extends NoFacts {

        @Override
        public Optional<RiskAssessment> lastAssessment(String patient) {
            return records.read(RiskAssessment.class, newest);
        }
    }
}
