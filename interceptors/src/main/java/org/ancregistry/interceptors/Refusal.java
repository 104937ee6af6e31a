package org.ancregistry.interceptors;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Why a request is turned away at the door, each with its HTTP status and a code that a client can branch on. */
public enum Refusal {
    BAD_REQUEST(400, IssueType.INVALID, "bad-request"),
    PARAMETER_INVALID(400, IssueType.INVALID, "parameter-invalid"),
    SIGN_IN(401, IssueType.LOGIN, "sign-in"),
    FORBIDDEN(403, IssueType.FORBIDDEN, "forbidden"),
    NOT_FOUND(404, IssueType.NOTFOUND, "not-found"),
    CONFLICT(409, IssueType.CONFLICT, "conflict"),
    RESOURCE_INVALID(422, IssueType.INVARIANT, "resource-invalid"),
    TOO_MANY_ATTEMPTS(429, IssueType.THROTTLED, "too-many-attempts"),
    FAILED(500, IssueType.EXCEPTION, "failed"),
    UNAVAILABLE(503, IssueType.TRANSIENT, "unavailable");

    /** The code system of every refusal, those of the operations too. */
    public static final String PROBLEMS = "https://ancregistry.org/fhir/CodeSystem/anc-problem";

    /** Said of what is not there and of what is not the caller's to see, so that nobody can tell which. */
    public static final String NO_SUCH_RECORD = "There is no such record among those you may see.";

    private final int status;
    private final IssueType type;
    private final String code;

    Refusal(int status, IssueType type, String code) {
        this.status = status;
        this.type = type;
        this.code = code;
    }

    /** The exception to throw. {@code diagnostics} is read by people: say what to do, and name nobody. */
    public BaseServerResponseException because(String diagnostics) {
        var refused = new Refused(status, diagnostics);
        refused.setOperationOutcome(outcome(diagnostics));
        return refused;
    }

    public OperationOutcome outcome(String diagnostics) {
        var outcome = new OperationOutcome();
        var issue = outcome.addIssue();
        issue.setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(diagnostics);
        issue.getDetails().addCoding().setSystem(PROBLEMS).setCode(code);
        return outcome;
    }

    public String code() {
        return code;
    }

    /** Carries any status: HAPI has no exception of its own for 429 and 503. */
    private static final class Refused extends BaseServerResponseException {
        private static final long serialVersionUID = 1L;

        Refused(int status, String diagnostics) {
            super(status, diagnostics);
        }
    }
}
