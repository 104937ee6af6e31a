package org.ancregistry.interceptors.validation;

import java.util.List;
import org.ancregistry.interceptors.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;

/** The refusal of what does not keep to the guide: one issue for each breach, with its element and its rule. */
final class AgainstTheGuide {

    /** HL7's extension for the validator's name of a rule. */
    static final String RULE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";

    private static final int MOST = 50;

    private AgainstTheGuide() {}

    static RuntimeException refusal(List<Breach> breaches) {
        return refusal(
                Refusal.RESOURCE_INVALID, "Nothing was stored: the resource does not keep to the guide.", breaches);
    }

    /** Of what was sent to an operation and is not in its definition. */
    static RuntimeException operationRefusal(List<Breach> breaches) {
        return refusal(
                Refusal.PARAMETER_INVALID,
                "Nothing was done: the parameters are not those of the operation.",
                breaches);
    }

    private static RuntimeException refusal(Refusal kind, String diagnostics, List<Breach> breaches) {
        var refused = kind.because(diagnostics);
        var outcome = new OperationOutcome();
        breaches.stream().distinct().limit(MOST).forEach(breach -> add(outcome, kind, breach));
        refused.setOperationOutcome(outcome);
        return refused;
    }

    private static void add(OperationOutcome outcome, Refusal kind, Breach breach) {
        var issue = outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(kind == Refusal.RESOURCE_INVALID ? IssueType.INVARIANT : IssueType.INVALID)
                .setDiagnostics(breach.message());
        issue.getDetails().addCoding().setSystem(Refusal.PROBLEMS).setCode(kind.code());
        issue.addExpression(breach.element());
        issue.addExtension(RULE, new StringType(breach.rule()));
    }
}
