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
        var refused = Refusal.RESOURCE_INVALID.because("Nothing was stored: the resource does not keep to the guide.");
        var outcome = new OperationOutcome();
        breaches.stream().distinct().limit(MOST).forEach(breach -> add(outcome, breach));
        refused.setOperationOutcome(outcome);
        return refused;
    }

    private static void add(OperationOutcome outcome, Breach breach) {
        var issue = outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.INVARIANT)
                .setDiagnostics(breach.message());
        issue.getDetails().addCoding().setSystem(Refusal.PROBLEMS).setCode(Refusal.RESOURCE_INVALID.code());
        issue.addExpression(breach.element());
        issue.addExtension(RULE, new StringType(breach.rule()));
    }
}
