package org.ancregistry.operations;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Everything an operation may refuse, each with its HTTP status and a code that a client can branch on. */
public enum Problem {
    SIGN_IN(401, IssueType.LOGIN, "sign-in"),
    FORBIDDEN(403, IssueType.FORBIDDEN, "forbidden"),
    RECORD_CLOSED(403, IssueType.SUPPRESSED, "record-closed"),
    PARAMETER_INVALID(400, IssueType.INVALID, "parameter-invalid"),
    PHN_MALFORMED(400, IssueType.VALUE, "phn-malformed"),
    PHN_UNKNOWN(404, IssueType.NOTFOUND, "phn-unknown"),
    PHN_RETIRED(409, IssueType.DELETED, "phn-retired"),
    PHN_NOT_APPLICABLE(409, IssueType.BUSINESSRULE, "phn-not-applicable"),
    PHN_BOUND_TO_ANOTHER(409, IssueType.CONFLICT, "phn-bound-to-another"),
    PHN_ALREADY_HELD(409, IssueType.DUPLICATE, "phn-already-held"),
    PHN_UNDECIDED(409, IssueType.BUSINESSRULE, "phn-undecided"),
    PHN_DIRECTORY_UNAVAILABLE(503, IssueType.TRANSIENT, "phn-directory-unavailable"),
    EVIDENCE_UNKNOWN(404, IssueType.NOTFOUND, "evidence-unknown"),
    EVIDENCE_EXPIRED(409, IssueType.EXPIRED, "evidence-expired"),
    EVIDENCE_USED(409, IssueType.CONFLICT, "evidence-used"),
    EVIDENCE_NOT_YOURS(403, IssueType.FORBIDDEN, "evidence-not-yours"),
    SUBJECT_ALREADY_REGISTERED(409, IssueType.DUPLICATE, "subject-already-registered"),
    LIKELY_REGISTERED(409, IssueType.DUPLICATE, "likely-registered"),
    ALREADY_VERIFIED(409, IssueType.BUSINESSRULE, "already-verified"),
    IDENTITY_DIFFERS(409, IssueType.BUSINESSRULE, "identity-differs"),
    ALREADY_DECIDED(409, IssueType.CONFLICT, "already-decided"),
    ALREADY_ASKED(409, IssueType.DUPLICATE, "already-asked"),
    POINT_OF_ISSUE_TAKEN(409, IssueType.DUPLICATE, "point-of-issue-taken"),
    PREGNANCY_ALREADY_ACTIVE(409, IssueType.DUPLICATE, "pregnancy-already-active"),
    PREGNANCY_ENDED(409, IssueType.BUSINESSRULE, "pregnancy-ended"),
    NEWER_PREGNANCY(409, IssueType.BUSINESSRULE, "newer-pregnancy"),
    CONTACT_HELD(409, IssueType.BUSINESSRULE, "contact-held"),
    NOT_YET_MISSED(409, IssueType.BUSINESSRULE, "not-yet-missed"),
    CONTACT_OUT_OF_ORDER(409, IssueType.BUSINESSRULE, "contact-out-of-order"),
    UNVERIFIED_REASON_MISSING(400, IssueType.REQUIRED, "unverified-reason-missing"),
    CONSENT_MISSING(400, IssueType.REQUIRED, "consent-missing"),
    ANSWER_INVALID(400, IssueType.VALUE, "answer-invalid"),
    IMPORT_REFUSED(422, IssueType.PROCESSING, "import-refused"),
    CLINIC_FULL(409, IssueType.BUSINESSRULE, "clinic-full"),
    APPOINTMENT_SAME_DAY(409, IssueType.BUSINESSRULE, "appointment-same-day"),
    GRADE_REASON_MISSING(400, IssueType.REQUIRED, "grade-reason-missing"),
    REQUEST_REUSED(409, IssueType.CONFLICT, "request-reused"),
    REQUEST_BUSY(503, IssueType.TRANSIENT, "request-busy"),
    VERSION_CONFLICT(409, IssueType.CONFLICT, "version-conflict"),
    NOT_FOUND(404, IssueType.NOTFOUND, "not-found"),
    TOO_MANY_ATTEMPTS(429, IssueType.THROTTLED, "too-many-attempts");

    /** The code system of {@link #code()}, in {@code issue.details.coding}. */
    public static final String SYSTEM = "https://ancregistry.org/fhir/CodeSystem/anc-problem";

    private final int status;
    private final IssueType type;
    private final String code;

    Problem(int status, IssueType type, String code) {
        this.status = status;
        this.type = type;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** What clients branch on. */
    public String code() {
        return code;
    }

    IssueType type() {
        return type;
    }

    /** The refusal to throw. {@code diagnostics} is read by people: say what to do, and never quote a national ID. */
    public Refusal because(String diagnostics) {
        return new Refusal(this, diagnostics);
    }
}
