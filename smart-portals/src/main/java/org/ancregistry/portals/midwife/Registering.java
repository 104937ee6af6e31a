package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Registered;
import org.ancregistry.portals.registry.Registration;
import org.ancregistry.portals.registry.Registration.Circumstances;
import org.ancregistry.portals.registry.Registration.Identity;
import org.ancregistry.portals.registry.Registration.PhnDecision;
import org.ancregistry.portals.registry.Registration.RecordConsent;
import org.ancregistry.portals.registry.Registrations;
import org.ancregistry.portals.signin.SignedInPerson;

/** Makes a registration of a finished draft. */
final class Registering {

    private final Registrations registrations;
    private final Who who;
    private final Review review;
    private final DraftRisk risk;

    Registering(Registrations registrations, Who who, Review review, DraftRisk risk) {
        this.risk = risk;
        this.registrations = registrations;
        this.who = who;
        this.review = review;
    }

    /** Whether nothing is open any more. */
    boolean ready(Draft draft) {
        return review.open(draft).isEmpty() && draft.entry(Steps.DECISION).isPresent() && identified(draft);
    }

    private boolean identified(Draft draft) {
        var reasoned = draft.evidence() == null
                ? draft.entry(Steps.REASON).isPresent()
                : who.proven(draft).isPresent() || sent(draft);
        return reasoned && who.known(draft);
    }

    /**
     * Registers her under the draft's own request id, so that a second press, or a try after a time-out, does it once.
     */
    Registered register(Draft draft, HttpServletRequest request) {
        return registrations.register(request, registration(draft));
    }

    private Registration registration(Draft draft) {
        return new Registration(
                draft.requestId(),
                new Identity(draft.id(), draft.evidence(), draft.evidence() == null ? draft.text(Steps.REASON) : null),
                who.declared(draft),
                decision(draft),
                new DraftAnswers(draft).answers(),
                new DraftAnswers(draft).confirmed(),
                new Circumstances(
                        draft.entries().get(Section.PLACE), draft.entries().get("phone_shared")),
                new RecordConsent(draft.text(Steps.CONSENT).equals("agreed"), true));
    }

    /** The number goes with the decision to use it, and with the doubt about it. */
    private static PhnDecision decision(Draft draft) {
        var code = draft.text(Steps.DECISION);
        return new PhnDecision(
                code,
                code.equals(Comparing.ISSUE_NEW) ? null : draft.entries().get(Steps.PHN),
                code.equals(Comparing.ISSUE_NEW) ? apart(draft) : List.of(),
                draft.entry(Steps.MOVED).isPresent());
    }

    private static List<String> apart(Draft draft) {
        return draft.entry(Steps.APART).stream()
                .flatMap(records -> Stream.of(records.split(" ", -1)))
                .filter(record -> !record.isEmpty())
                .toList();
    }

    /** Everything the check page shows. */
    Map<String, Object> sheet(Draft draft, SignedInPerson midwife) {
        var sheet = new HashMap<String, Object>();
        sheet.put("draft", draft);
        sheet.put("midwife", midwife);
        sheet.put("sections", review.tasks(draft));
        sheet.put("open", review.open(draft));
        sheet.put("ready", ready(draft));
        sheet.put("unanswered", sent(draft));
        sheet.put("identityHolds", draft.evidence() == null || who.proven(draft).isPresent() || sent(draft));
        sheet.put("identityKnown", who.known(draft));
        who.proven(draft).ifPresent(evidence -> sheet.put("evidence", evidence));
        sheet.put("answered", answered(draft));
        sheet.put("told", PrivateAnswers.of(draft));
        var today = review.today();
        sheet.putAll(risk.dated(draft, today));
        risk.of(draft, who.born(draft), today).ifPresent(found -> sheet.put("risk", found));
        return sheet;
    }

    private static boolean sent(Draft draft) {
        return draft.entry(Steps.SENT).isPresent();
    }

    /** By section, the questions that were answered. */
    private static Map<String, List<Question>> answered(Draft draft) {
        var answered = new HashMap<String, List<Question>>();
        Section.all().forEach(section -> {
            var form = SectionForm.of(section, draft);
            answered.put(
                    section.name(),
                    section.questions().stream()
                            .filter(question -> !form.isEmpty(question))
                            .toList());
        });
        return answered;
    }
}
