package org.ancregistry.operations.fhir;

import java.util.List;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.domain.rules.RuleResult;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What the rules found at a contact, as it stays in her record: each rule with its version and the findings behind it. */
public final class RiskAssessments {

    static final String VERSION = Canon.extension("anc-rule-version");

    private static final String NOT_ASSESSED = Canon.extension("anc-not-assessed");

    private final ContactContext context;
    private final RecordedFacts facts;

    public RiskAssessments(ContactContext context, RecordedFacts facts) {
        this.context = context;
        this.facts = facts;
    }

    /**
     * What is stored of an assessment.
     *
     * @param risk all of it
     * @param issues what of it cannot wait
     */
    public record Stored(RiskAssessment risk, List<DetectedIssue> issues) {}

    /**
     * The assessment as resources.
     *
     * @param findings among which the evidence is looked for: those of this contact and earlier ones
     * @param before the assessment of the contact before, if there was one
     */
    public Stored of(Assessment assessment, List<? extends Resource> findings, @Nullable RiskAssessment before) {
        var risk = Canon.begun(new RiskAssessment(), "anc-risk-assessment")
                .setStatus(RiskAssessmentStatus.FINAL)
                .setSubject(context.subject())
                .setEncounter(context.contact())
                .setOccurrence(context.judged().copy())
                .setPerformer(context.by());
        Grades.computed(risk, assessment.grade());
        if (before != null) {
            Grades.carry(before, risk);
        }
        assessment.notAssessed().forEach(result -> risk.addExtension(NOT_ASSESSED, code(result)));
        assessment.met().forEach(result -> add(risk, result));
        var evidence = new Evidence(facts, findings);
        evidence.of(assessment.met()).forEach(risk::addBasis);
        return new Stored(risk, new DetectedIssues(context).of(assessment, evidence));
    }

    private static void add(RiskAssessment risk, RuleResult result) {
        var prediction = risk.addPrediction().setOutcome(rule(result));
        prediction.addExtension(VERSION, new StringType(result.rule().version()));
        RiskGrade.of(result.severity()).ifPresent(grade -> prediction.setQualitativeRisk(Grades.concept(grade)));
    }

    static CodeableConcept rule(RuleResult result) {
        return code(result).setText(result.rule().title());
    }

    private static CodeableConcept code(RuleResult result) {
        return Canon.concept("anc-rule", result.id());
    }
}
