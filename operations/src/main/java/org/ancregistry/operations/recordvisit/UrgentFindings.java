package org.ancregistry.operations.recordvisit;

import java.util.ArrayList;
import java.util.List;
import org.ancregistry.operations.Assessing.Assessed;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;

/** What cannot wait after a contact: what it found itself, and what it answers of earlier ones. */
final class UrgentFindings {

    private final PregnancyFacts facts;

    UrgentFindings(PregnancyFacts facts) {
        this.facts = facts;
    }

    /**
     * The issues to be written.
     *
     * @param judged the earlier contact that is judged, when something is added to it
     */
    List<DetectedIssue> of(RecordVisit asked, ContactContext context, Assessed assessed, @Nullable Encounter judged) {
        var before = facts.urgent(asked.patient());
        var found = judged == null
                ? assessed.stored().issues()
                : notKnown(assessed.stored().issues(), before, Canon.referenceTo(judged));
        var written = new ArrayList<>(found);
        before.stream()
                .filter(DetectedIssues::isOpen)
                .filter(issue -> judged == null || asked.sendsHerUrgently())
                .forEach(written::add);
        if (asked.sendsHerUrgently()) {
            written.forEach(issue -> DetectedIssues.referred(issue, context));
        } else {
            written.stream()
                    .filter(issue -> !found.contains(issue))
                    .forEach(issue -> DetectedIssues.seenAgain(issue, context));
        }
        return written;
    }

    /** What is added to a contact is judged with it: what that contact found already is not found a second time. */
    private static List<DetectedIssue> notKnown(List<DetectedIssue> issues, List<DetectedIssue> before, String judged) {
        var fresh = issues.stream()
                .filter(issue -> before.stream()
                        .filter(known -> DetectedIssues.isOf(known, judged))
                        .noneMatch(known -> DetectedIssues.sameRule(known, issue)))
                .toList();
        fresh.forEach(issue -> DetectedIssues.alsoOf(issue, judged));
        return fresh;
    }
}
