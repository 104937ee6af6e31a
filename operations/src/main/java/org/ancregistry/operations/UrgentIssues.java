package org.ancregistry.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.RuleResult;
import org.ancregistry.operations.Assessing.Assessed;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.StruckOut;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;

/**
 * What cannot wait in one woman's record while contacts are written: what is found waits, and what a later contact answers
 * waits no more. An older contact that is written down later answers nothing that was found after it.
 */
public final class UrgentIssues {

    private final List<DetectedIssue> known;
    private final Set<DetectedIssue> changed = new LinkedHashSet<>();
    private final Set<DetectedIssue> reopened = new LinkedHashSet<>();
    private final Clock clock;

    /**
     * An act begins.
     *
     * @param known what was found urgent so far and is not struck out
     * @param clock in the zone whose days count
     */
    public UrgentIssues(Collection<DetectedIssue> known, Clock clock) {
        this.known = new ArrayList<>(known);
        this.clock = clock;
    }

    /** That contact ({@code Encounter/…}) was an error: its findings are no more, and what it answered waits again. */
    public void strikeOut(String contact) {
        known.removeIf(issue -> DetectedIssues.isOf(issue, contact));
        known.stream().filter(issue -> DetectedIssues.reopen(issue, contact)).forEach(reopened::add);
        changed.addAll(reopened);
    }

    /**
     * A contact was judged anew because some of its grounds were struck out: what it found on them alone was never there.
     *
     * @param contacts the contact and what was added to it
     * @param fresh what is urgent at it without them
     * @param struckOut references of what was struck out
     */
    public void unfounded(Set<String> contacts, Collection<DetectedIssue> fresh, Set<String> struckOut) {
        of(contacts)
                .filter(DetectedIssues::isOpen)
                .filter(issue -> DetectedIssues.restsOn(issue, struckOut))
                .forEach(issue -> {
                    changed.add(issue);
                    fresh.stream()
                            .filter(same -> DetectedIssues.sameRule(issue, same))
                            .findFirst()
                            .ifPresentOrElse(same -> DetectedIssues.standsOn(issue, same), () -> StruckOut.mark(issue));
                });
        known.removeIf(issue -> issue.getStatus() == DetectedIssueStatus.ENTEREDINERROR);
    }

    /** That contact is the newest that stands: what waits again is judged at it, and what it did not find before is found. */
    public void judgedAgain(ContactContext context, Set<String> contacts, Assessed assessed) {
        var own = of(contacts).toList();
        waitingAt(context)
                .filter(reopened::contains)
                .filter(issue -> !own.contains(issue))
                .filter(issue -> isAnswered(issue, assessed.assessment()))
                .toList()
                .forEach(issue -> seen(issue, context));
        found(assessed.stored().issues().stream()
                .filter(issue -> own.stream().noneMatch(known -> DetectedIssues.sameRule(known, issue)))
                .toList());
    }

    private Stream<DetectedIssue> of(Set<String> contacts) {
        return known.stream()
                .filter(issue -> contacts.stream().anyMatch(contact -> DetectedIssues.isOf(issue, contact)));
    }

    /** She is seen again: what the rules can judge anew waits no more, or is found anew. */
    public void seenAgain(ContactContext context, Assessment assessment) {
        waitingAt(context)
                .filter(issue -> isAnswered(issue, assessment))
                .toList()
                .forEach(issue -> seen(issue, context));
    }

    private static boolean isAnswered(DetectedIssue issue, Assessment assessment) {
        return assessment
                .of(DetectedIssues.rule(issue))
                .filter(RuleResult::notAssessed)
                .isEmpty();
    }

    private void seen(DetectedIssue issue, ContactContext context) {
        DetectedIssues.seenAgain(issue, context);
        changed.add(issue);
    }

    /** The rules found it at this contact. */
    public void found(Collection<DetectedIssue> fresh) {
        known.addAll(fresh);
        changed.addAll(fresh);
    }

    /** She told it on the phone, which answers nothing that waits: what waits already is not found twice. */
    public void heard(Collection<DetectedIssue> fresh) {
        found(fresh.stream()
                .filter(issue -> known.stream()
                        .filter(DetectedIssues::isOpen)
                        .noneMatch(waiting -> DetectedIssues.sameRule(waiting, issue)))
                .toList());
    }

    /** The rules found it when something was added to that contact; what the contact itself found is not found twice. */
    public void foundWith(String contact, Collection<DetectedIssue> fresh) {
        found(fresh.stream()
                .filter(issue -> known.stream()
                        .filter(earlier -> DetectedIssues.isOf(earlier, contact))
                        .noneMatch(earlier -> DetectedIssues.sameRule(earlier, issue)))
                .peek(issue -> DetectedIssues.alsoOf(issue, contact))
                .toList());
    }

    /** She is sent to hospital, which answers all that waits. */
    public void referred(ContactContext context) {
        waitingAt(context).toList().forEach(issue -> {
            DetectedIssues.referred(issue, context);
            changed.add(issue);
        });
    }

    /** The pregnancy that they are about is over. */
    public void ended(ContactContext context) {
        waitingAt(context).toList().forEach(issue -> {
            DetectedIssues.ended(issue, context);
            changed.add(issue);
        });
    }

    /** What has to be stored. */
    public List<DetectedIssue> changed() {
        return List.copyOf(changed);
    }

    private Stream<DetectedIssue> waitingAt(ContactContext context) {
        var contact = ContactMoment.instant(context.when(), clock);
        return known.stream()
                .filter(DetectedIssues::isOpen)
                .filter(issue -> !ContactMoment.instant(issue.getIdentifiedDateTimeType(), clock)
                        .isAfter(contact));
    }
}
