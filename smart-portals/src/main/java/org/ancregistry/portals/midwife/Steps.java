package org.ancregistry.portals.midwife;

import java.util.stream.Stream;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The steps of a registration: the names of what the draft keeps for each, and the way from one to the next. */
final class Steps {

    static final String PHN = "phn";
    static final String REASON = "unverified-reason";
    static final String SPEAKS = "speaks";
    static final String DECISION = "phn-decision";
    static final String MOVED = "update-address";
    static final String PROVEN_NAME = "proven-name";

    /** The records that were shown when she was given a new number, as {@code Patient/…} with spaces between. */
    static final String APART = "different-from";

    static final String CONSENT = "consent";

    /** There from the moment a registration is sent until the registry's answer is known. */
    static final String SENT = "sent";

    private final Drafts drafts;

    Steps(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Her open draft of that id.
     *
     * @throws ResponseStatusException 404 when there is none, or it is another midwife's
     * @throws MovedOn when it is done, or sent and not answered: nothing in it may change then
     */
    Draft open(String id, SignedInPerson midwife) {
        var draft = sendable(id, midwife);
        if (draft.entry(SENT).isPresent()) {
            throw new MovedOn(to(draft, "check"));
        }
        return draft;
    }

    /** As {@link #open}, and also one that was sent and not answered. */
    Draft sendable(String id, SignedInPerson midwife) {
        var draft = any(id, midwife);
        if (draft.answer() != null) {
            throw new MovedOn(to(draft, "done"));
        }
        return draft;
    }

    /** Her draft of that id, open or done. */
    Draft any(String id, SignedInPerson midwife) {
        return drafts.find(id, midwife.reference())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The first step that is not done: where somebody goes on who left the registration. */
    static String first(Draft draft) {
        if (draft.entry(DECISION).isPresent()) {
            return "history";
        }
        if (draft.evidence() != null || draft.entry(REASON).isPresent()) {
            return "compare";
        }
        var begun = Stream.of(PHN, SPEAKS, Section.NAME)
                .anyMatch(entry -> draft.entry(entry).isPresent());
        return begun ? "identity" : "find";
    }

    static String to(Draft draft, String step) {
        return to(draft.id(), step);
    }

    static String to(String draft, String step) {
        return "redirect:/midwife/registrations/" + draft + "/" + step;
    }

    /** The draft is past this step: whoever comes back to it is led to where it is now. */
    static final class MovedOn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String there;

        MovedOn(String there) {
            super("The draft is past this step.");
            this.there = there;
        }

        String there() {
            return there;
        }
    }
}
