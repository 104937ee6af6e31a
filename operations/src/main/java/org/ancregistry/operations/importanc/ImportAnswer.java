package org.ancregistry.operations.importanc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.inbound.ImportFinding;
import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** The answer to a Bundle: one entry for each that was sent, with what became of it and what was done to it. */
final class ImportAnswer {

    /** The code system of what is said of an entry. */
    static final String FINDINGS = "anc-import-finding";

    private static final String CREATED = "201 Created";
    private static final String UNCHANGED = "200 OK";
    private static final String NOT_STORED = "202 Accepted";

    private final Map<Integer, Resource> stored = new HashMap<>();
    private final Map<Integer, String> known = new HashMap<>();

    /** What was made of an entry. */
    void stored(int entry, Resource resource) {
        stored.put(entry, resource);
    }

    /** An entry of which nothing had to be written, since it is here already. */
    void known(int entry, String reference) {
        known.put(entry, reference);
    }

    Bundle of(int entries, Findings findings) {
        var answer = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        for (var i = 0; i < entries; i++) {
            var response = answer.addEntry().getResponse();
            if (stored.containsKey(i)) {
                response.setStatus(CREATED).setLocation(location(stored.get(i)));
            } else if (known.containsKey(i)) {
                response.setStatus(UNCHANGED).setLocation(known.get(i));
            } else {
                response.setStatus(NOT_STORED);
            }
            var said = findings.of(i);
            if (!said.isEmpty()) {
                response.setOutcome(outcome(said));
            }
        }
        return answer;
    }

    private static String location(Resource resource) {
        return Canon.referenceTo(resource) + "/_history/" + resource.getMeta().getVersionId();
    }

    private static OperationOutcome outcome(List<ImportFinding> findings) {
        var outcome = new OperationOutcome();
        findings.forEach(finding -> {
            var issue = outcome.addIssue()
                    .setSeverity(
                            finding.kind().weight() == ImportFinding.Weight.WARNING
                                    ? IssueSeverity.WARNING
                                    : IssueSeverity.INFORMATION)
                    .setCode(
                            finding.kind().weight() == ImportFinding.Weight.WARNING
                                    ? IssueType.INCOMPLETE
                                    : IssueType.INFORMATIONAL)
                    .setDetails(Canon.concept(FINDINGS, finding.kind().code()))
                    .setDiagnostics(finding.message());
            issue.addExpression(Findings.place(finding));
        });
        return outcome;
    }
}
