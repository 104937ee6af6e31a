package org.ancregistry.operations.fhir;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.domain.rules.RuleResult;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;

/** What the rules found at a contact, as it stays in her record: each rule with its version and the findings behind it. */
public final class RiskAssessments {

    private static final String GRADE = Canon.extension("anc-risk-grade");
    private static final String VERSION = Canon.extension("anc-rule-version");
    private static final String NOT_ASSESSED = Canon.extension("anc-not-assessed");

    private final ContactContext context;
    private final RecordedFacts facts;

    public RiskAssessments(ContactContext context, RecordedFacts facts) {
        this.context = context;
        this.facts = facts;
    }

    /**
     * The assessment as a resource.
     *
     * @param findings among which the evidence is looked for: those of this contact and earlier ones
     */
    public RiskAssessment of(Assessment assessment, Collection<? extends Resource> findings) {
        var risk = Canon.begun(new RiskAssessment(), "anc-risk-assessment")
                .setStatus(RiskAssessmentStatus.FINAL)
                .setSubject(context.subject())
                .setEncounter(context.contact())
                .setOccurrence(context.dateTime())
                .setPerformer(context.by());
        risk.addExtension(GRADE, grade(assessment.grade()));
        assessment.notAssessed().forEach(result -> risk.addExtension(NOT_ASSESSED, rule(result)));
        assessment.met().forEach(result -> add(risk, result));
        evidence(assessment, findings).forEach(finding -> risk.addBasis(new Reference(Canon.referenceTo(finding))));
        return risk;
    }

    private static void add(RiskAssessment risk, RuleResult result) {
        var prediction = risk.addPrediction().setOutcome(rule(result));
        prediction.addExtension(VERSION, new StringType(result.rule().version()));
        RiskGrade.of(result.severity()).ifPresent(grade -> prediction.setQualitativeRisk(grade(grade)));
    }

    private List<Resource> evidence(Assessment assessment, Collection<? extends Resource> findings) {
        var used = assessment.met().stream()
                .flatMap(result -> result.facts().stream())
                .map(RiskAssessments::key)
                .collect(Collectors.toCollection(HashSet::new));
        return findings.stream()
                .filter(finding ->
                        facts.of(finding).stream().map(RiskAssessments::key).anyMatch(used::contains))
                .map(Resource.class::cast)
                .toList();
    }

    private static String key(Fact fact) {
        return fact.name() + fact.on();
    }

    private static CodeableConcept rule(RuleResult result) {
        return Canon.concept("anc-rule", result.id()).setText(result.rule().title());
    }

    private static CodeableConcept grade(RiskGrade grade) {
        return new CodeableConcept().addCoding(Coded.coding(new Code(SystemUris.DICTIONARY, grade.code())));
    }
}
