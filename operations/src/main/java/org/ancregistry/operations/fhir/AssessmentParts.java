package org.ancregistry.operations.fhir;

import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.domain.rules.RuleResult;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** What the rules say, in the answer of an operation: the gravest first, and a referral ready to be sent. */
public final class AssessmentParts {

    private AssessmentParts() {}

    /** Adds the grade, the rules that are met or could not be assessed, and the referral that an urgent rule prepares. */
    public static void add(Parameters answer, Assessment assessment, RiskAssessment stored) {
        grade(answer, "risk-grade", Grades.standing(stored));
        if (Grades.standing(stored) != assessment.grade()) {
            grade(answer, "computed-risk-grade", assessment.grade());
        }
        answer.addParameter().setName("risk-assessment").setValue(new Reference(Canon.referenceTo(stored)));
        rules(answer, assessment);
    }

    /** Adds the same of an assessment that is not stored. */
    public static void add(Parameters answer, Assessment assessment) {
        grade(answer, "risk-grade", assessment.grade());
        rules(answer, assessment);
    }

    private static void grade(Parameters answer, String name, RiskGrade grade) {
        answer.addParameter().setName(name).setValue(new CodeType(grade.code()));
    }

    private static void rules(Parameters answer, Assessment assessment) {
        if (!assessment.urgent().isEmpty()) {
            prepared(answer.addParameter().setName("prepared-referral"), assessment);
        }
        assessment.met().forEach(result -> rule(answer.addParameter().setName("assessment"), result));
        assessment.notAssessed().forEach(result -> rule(answer.addParameter().setName("assessment"), result));
    }

    private static void prepared(ParametersParameterComponent referral, Assessment assessment) {
        var reason = assessment.urgent().stream()
                .map(result -> result.rule().title())
                .collect(Collectors.joining("; "));
        part(referral, "urgency", new CodeType("urgent"));
        part(referral, "reason", new StringType(reason));
    }

    private static void rule(ParametersParameterComponent parameter, RuleResult result) {
        part(parameter, "rule", new CodeType(result.id()));
        part(parameter, "version", new StringType(result.rule().version()));
        part(parameter, "outcome", new CodeType(result.outcome().code()));
        if (result.met()) {
            part(parameter, "title", new StringType(result.rule().title()));
            part(parameter, "grade", new CodeType(result.severity().code()));
            part(parameter, "action", new CodeType(result.action()));
        }
        result.facts().forEach(fact -> fact(parameter.addPart().setName("fact"), fact));
        result.missing().forEach(field -> part(parameter, "missing", new CodeType(field)));
    }

    private static void fact(ParametersParameterComponent parameter, Fact fact) {
        part(parameter, "field", new CodeType(fact.name()));
        part(parameter, "value", value(fact.value()));
        part(parameter, "on", new DateType(fact.on().toString()));
    }

    private static Type value(Answer answer) {
        if (answer instanceof Answer.Measured measured) {
            return Observations.quantity(measured.value(), measured.unit());
        }
        if (answer instanceof Answer.Bounded bounded) {
            return Observations.quantity(bounded.value(), bounded.unit()).setComparator(comparator(bounded.bound()));
        }
        if (answer instanceof Answer.Counted counted) {
            return new IntegerType(counted.value());
        }
        if (answer instanceof Answer.YesNo said) {
            return new BooleanType(said.yes());
        }
        if (answer instanceof Answer.Dated dated) {
            return new DateType(dated.value().toString());
        }
        if (answer instanceof Answer.Chosen chosen) {
            return new CodeType(chosen.answerCode());
        }
        return answer instanceof Answer.ChosenAll all
                ? new StringType(String.join(" ", all.answerCodes()))
                : new StringType(((Answer.Written) answer).text());
    }

    private static QuantityComparator comparator(Answer.Bound bound) {
        return switch (bound) {
            case BELOW -> QuantityComparator.LESS_THAN;
            case AT_MOST -> QuantityComparator.LESS_OR_EQUAL;
            case AT_LEAST -> QuantityComparator.GREATER_OR_EQUAL;
            case ABOVE -> QuantityComparator.GREATER_THAN;
        };
    }

    private static void part(ParametersParameterComponent parameter, String name, Type value) {
        parameter.addPart().setName(name).setValue(value);
    }
}
