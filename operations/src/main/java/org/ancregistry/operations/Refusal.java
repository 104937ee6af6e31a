package org.ancregistry.operations;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation did not do what was asked: a sentence for a person and a code for a client. It is never retried and
 * undoes the transaction that it leaves.
 */
public final class Refusal extends BaseServerResponseException {

    /** On an issue: the resource that stands in the way, for those who may see it. */
    public static final String CONCERNS = "https://ancregistry.org/fhir/StructureDefinition/anc-problem-concerns";

    /** On a version conflict: the version to base the next attempt on. */
    public static final String CURRENT_VERSION = "https://ancregistry.org/fhir/StructureDefinition/anc-current-version";

    private final Problem problem;
    private final transient OperationOutcome outcome = new OperationOutcome();

    Refusal(Problem problem, String diagnostics) {
        super(problem.status(), diagnostics);
        this.problem = problem;
        addIssue(diagnostics);
        setOperationOutcome(outcome);
    }

    public Problem problem() {
        return problem;
    }

    /** Names the parameter or field that is meant. */
    public Refusal at(String expression) {
        last().addExpression(expression);
        return this;
    }

    /** Names a further field that is wrong in the same way. */
    public Refusal also(String expression, String diagnostics) {
        addIssue(diagnostics).addExpression(expression);
        return this;
    }

    /** Says it more closely, with a code of one of the guide's own code systems. */
    public Refusal precisely(String codeSystem, String code) {
        last().getDetails().addCoding().setSystem(codeSystem).setCode(code);
        return this;
    }

    /** Refers to the resource that stands in the way. */
    public Refusal concerning(String reference) {
        last().addExtension(CONCERNS, new Reference(reference));
        return this;
    }

    /** Names the number under which somebody is known elsewhere, for those who may know it. */
    public Refusal concerningNumber(@Nullable Phn phn) {
        if (phn != null) {
            last().addExtension(CONCERNS, new Reference().setIdentifier(Phns.identifier(phn)));
        }
        return this;
    }

    /** Tells the version to base the next attempt on. */
    public Refusal currentVersion(String version) {
        last().addExtension(CURRENT_VERSION, new StringType(version));
        return this;
    }

    private OperationOutcomeIssueComponent addIssue(String diagnostics) {
        var issue = outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(problem.type())
                .setDiagnostics(diagnostics);
        issue.getDetails().addCoding().setSystem(Problem.SYSTEM).setCode(problem.code());
        return issue;
    }

    private OperationOutcomeIssueComponent last() {
        return outcome.getIssue().get(outcome.getIssue().size() - 1);
    }
}
