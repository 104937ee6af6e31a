package org.ancregistry.operations.fhir;

import java.util.Optional;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.rules.GradeDecision;
import org.ancregistry.domain.rules.RiskGrade;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The grade that the rules found, and those that clinicians gave after it. All of them stay; the last one counts. */
public final class Grades {

    private static final String COMPUTED = Canon.extension("anc-risk-grade");
    private static final String DECISION = Canon.extension("anc-grade-decision");
    private static final String GRADE = "grade";

    private Grades() {}

    static void computed(RiskAssessment assessment, RiskGrade grade) {
        assessment.addExtension(COMPUTED, concept(grade));
    }

    /** What the rules found. */
    public static RiskGrade computed(RiskAssessment assessment) {
        return grade(assessment.getExtensionByUrl(COMPUTED)).orElse(RiskGrade.NOT_ASSESSED);
    }

    /** What counts: the grade that a clinician gave last, or else what the rules found. */
    public static RiskGrade standing(RiskAssessment assessment) {
        return last(assessment)
                .flatMap(decision -> grade(decision.getExtensionByUrl(GRADE)))
                .orElseGet(() -> computed(assessment));
    }

    /** Adds what a clinician decided. */
    public static void decide(RiskAssessment assessment, GradeDecision decision, String by, DateTimeType when) {
        var given = assessment.addExtension().setUrl(DECISION);
        given.addExtension(GRADE, concept(decision.given()));
        if (!decision.reason().isEmpty()) {
            given.addExtension("reason", new StringType(decision.reason()));
        }
        given.addExtension("by", new Reference(by));
        given.addExtension("at", when.copy());
    }

    /** Takes over to a later contact what a clinician raised and nobody has lowered since. */
    static void carry(RiskAssessment before, RiskAssessment now) {
        GradeDecision.carried(standing(before), computed(before), computed(now))
                .flatMap(raised -> last(before))
                .ifPresent(decision -> now.addExtension(decision.copy()));
    }

    /** Takes over what clinicians decided about a contact that is judged anew. */
    static void keep(RiskAssessment before, RiskAssessment now) {
        if (computed(before) == computed(now)) {
            before.getExtensionsByUrl(DECISION).forEach(decision -> now.addExtension(decision.copy()));
        } else {
            carry(before, now);
        }
    }

    private static Optional<Extension> last(RiskAssessment assessment) {
        return assessment.getExtensionsByUrl(DECISION).stream().reduce((earlier, later) -> later);
    }

    private static Optional<RiskGrade> grade(@Nullable Extension extension) {
        return extension != null && extension.getValue() instanceof CodeableConcept concept
                ? RiskGrade.ofCode(concept.getCodingFirstRep().getCode())
                : Optional.empty();
    }

    static CodeableConcept concept(RiskGrade grade) {
        return new CodeableConcept().addCoding(Coded.coding(new Code(SystemUris.DICTIONARY, grade.code())));
    }
}
