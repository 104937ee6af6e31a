package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.domain.rules.RuleResult;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Reference;
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

    /**
     * Puts another judgement of the same contact in the place of one whose grounds were struck out. What a clinician decided
     * stands beside the same grade; where the rules say another, only what was raised is taken over.
     *
     * @return whether it says anything else now
     */
    public static boolean judgedAnew(RiskAssessment known, RiskAssessment fresh) {
        if (Grades.computed(known) == Grades.computed(fresh) && sameGrounds(known, fresh)) {
            return false;
        }
        Grades.keep(known, fresh);
        known.setExtension(fresh.getExtension());
        known.setPrediction(fresh.getPrediction());
        known.setBasis(fresh.getBasis());
        return true;
    }

    private static boolean sameGrounds(RiskAssessment known, RiskAssessment fresh) {
        return Base.compareDeep(known.getPrediction(), fresh.getPrediction(), true)
                && references(known).equals(references(fresh))
                && Base.compareDeep(
                        known.getExtensionsByUrl(NOT_ASSESSED), fresh.getExtensionsByUrl(NOT_ASSESSED), true);
    }

    private static Set<String> references(RiskAssessment assessment) {
        return assessment.getBasis().stream().map(Reference::getReference).collect(Collectors.toSet());
    }

    /** Whether one of those findings stands behind it. */
    public static boolean restsOn(RiskAssessment assessment, Set<String> findings) {
        return assessment.getBasis().stream().map(Reference::getReference).anyMatch(findings::contains);
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
