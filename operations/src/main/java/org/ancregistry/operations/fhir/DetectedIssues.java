package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.RuleResult;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueMitigationComponent;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * What cannot wait, each urgent rule with the findings behind it. It is open until somebody does something about it: sends
 * her to hospital, or sees her again and judges anew.
 */
public final class DetectedIssues {

    private static final String RULES = Canon.codeSystem("anc-rule");

    private static final String ANSWERED_AT = Canon.extension("anc-answered-at");

    private final ContactContext context;

    DetectedIssues(ContactContext context) {
        this.context = context;
    }

    List<DetectedIssue> of(Assessment assessment, Evidence evidence) {
        return assessment.urgent().stream()
                .map(result -> issue(result, evidence))
                .toList();
    }

    private DetectedIssue issue(RuleResult result, Evidence evidence) {
        var issue = Canon.begun(new DetectedIssue(), "anc-detected-issue")
                .setStatus(DetectedIssueStatus.FINAL)
                .setCode(RiskAssessments.rule(result))
                .setSeverity(DetectedIssueSeverity.HIGH)
                .setPatient(context.subject())
                .setIdentified(context.dateTime())
                .setAuthor(context.by())
                .addImplicated(context.contact());
        issue.addExtension(RiskAssessments.VERSION, new StringType(result.rule().version()));
        evidence.of(List.of(result))
                .forEach(finding -> issue.getEvidenceFirstRep().addDetail(finding));
        return issue;
    }

    /** Whether nobody has done anything about it yet. */
    public static boolean isOpen(DetectedIssue issue) {
        return issue.getStatus() == DetectedIssueStatus.FINAL && !issue.hasMitigation();
    }

    /** Whether it was found at that contact ({@code Encounter/…}). */
    public static boolean isOf(DetectedIssue issue, String contact) {
        return issue.getImplicated().stream().anyMatch(at -> contact.equals(at.getReference()));
    }

    /** Whether one of those findings stands behind it. */
    public static boolean restsOn(DetectedIssue issue, Set<String> findings) {
        return issue.getEvidence().stream()
                .flatMap(evidence -> evidence.getDetail().stream())
                .map(Reference::getReference)
                .anyMatch(findings::contains);
    }

    /** The same was found again, on other grounds. */
    public static void standsOn(DetectedIssue issue, DetectedIssue fresh) {
        issue.setEvidence(fresh.getEvidence());
    }

    public static boolean sameRule(DetectedIssue one, DetectedIssue other) {
        return one.getCode().hasCoding(RULES, rule(other));
    }

    /** {@code R-BP-SEVERE-1}, for instance. */
    public static String rule(DetectedIssue issue) {
        return issue.getCode().getCodingFirstRep().getCode();
    }

    /** What was done about it at that contact ({@code Encounter/…}), written in error, was not done: it is open again. */
    public static boolean reopen(DetectedIssue issue, String contact) {
        return issue.getMitigation().removeIf(done -> contact.equals(answeredAt(done)));
    }

    private static @Nullable String answeredAt(DetectedIssueMitigationComponent done) {
        var at = done.getExtensionByUrl(ANSWERED_AT);
        return at != null && at.getValue() instanceof Reference contact ? contact.getReference() : null;
    }

    /** She is sent to hospital. */
    public static void referred(DetectedIssue issue, ContactContext context) {
        answer(issue, "referred", context);
    }

    /** She was seen again, and what is urgent now was found anew. */
    public static void seenAgain(DetectedIssue issue, ContactContext context) {
        answer(issue, "seen-again", context);
    }

    /** The pregnancy is over. */
    public static void ended(DetectedIssue issue, ContactContext context) {
        answer(issue, "pregnancy-ended", context);
    }

    private static void answer(DetectedIssue issue, String how, ContactContext context) {
        issue.addMitigation()
                .setAction(Canon.concept("anc-mitigation", how))
                .setDate(context.at())
                .setAuthor(context.by())
                .addExtension(ANSWERED_AT, context.contact());
    }

    /** Also of the contact to which something is added. */
    public static void alsoOf(DetectedIssue issue, String contact) {
        issue.addImplicated(new Reference(contact));
    }
}
