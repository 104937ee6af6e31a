package org.ancregistry.portals.care;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.registry.EmergencyDesk.Holder;
import org.ancregistry.portals.registry.EmergencyDesk.Why;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Which record is opened in an emergency, and why.
 *
 * @param kind a code of anc-emergency-reason; nothing is chosen beforehand
 * @param reason in the doctor's words
 * @param understood ticked: she will see it
 * @param shown the number for which the page said whose it is
 * @param initials of her whom the page named
 * @param birthYear hers, where it is known
 */
record EmergencyForm(
        @Nullable String phn,
        @Nullable String kind,
        @Nullable String reason,
        @Nullable String understood,
        String requestId,
        @Nullable String shown,
        @Nullable String initials,
        @Nullable String birthYear) {

    static final String OTHER = "other";
    static final List<String> KINDS = List.of("emergency-care", "unplanned-visit", OTHER);
    static final EmergencyForm EMPTY = new EmergencyForm(null, null, null, null, null, null, null, null);

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    EmergencyForm(
            @Nullable String phn,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String understood,
            @Nullable String requestId,
            @Nullable String shown,
            @Nullable String initials,
            @Nullable String birthYear) {
        this.phn = phn;
        this.kind = kind;
        this.reason = reason;
        this.understood = understood;
        this.requestId = RequestId.orNew(requestId);
        this.shown = shown;
        this.initials = initials;
        this.birthYear = birthYear;
    }

    /** The same with the words of whose number it is. */
    EmergencyForm of(Phn number, Holder holder) {
        return new EmergencyForm(
                number.value(),
                kind,
                reason,
                understood,
                requestId,
                number.value(),
                holder.initials(),
                holder.birthYear());
    }

    Optional<Phn> number() {
        return Phn.parse(phn == null ? "" : phn);
    }

    /** Whether the doctor read on the page whose number this is. */
    public boolean named() {
        return number().map(Phn::value).filter(value -> value.equals(shown)).isPresent();
    }

    Why why() {
        return new Why(requestId, String.valueOf(kind), words());
    }

    private String words() {
        return reason == null ? "" : reason.strip();
    }

    void check(BindingResult errors) {
        if (!KINDS.contains(String.valueOf(kind))) {
            errors.rejectValue("kind", "emergency.kind.missing");
        }
        if (words().length() > LONGEST_REASON || (OTHER.equals(kind) && words().length() < SHORTEST_REASON)) {
            errors.rejectValue("reason", "emergency.reason.missing");
        }
        if (!"yes".equals(understood)) {
            errors.rejectValue("understood", "emergency.understood.missing");
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "EmergencyForm[]";
    }
}
