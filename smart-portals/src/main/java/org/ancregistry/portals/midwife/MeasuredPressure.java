package org.ancregistry.portals.midwife;

import java.util.stream.Collectors;
import org.ancregistry.portals.care.Urgency;

/** What the pressure that was entered at a registration asks for at once, by the rules that grade a visit. */
final class MeasuredPressure {

    /** What was shown as urgent already, with the numbers that it was shown for. */
    private static final String SEEN = "urgent-seen";

    private final DraftRisk risk;
    private final Who who;
    private final Review review;

    MeasuredPressure(DraftRisk risk, Who who, Review review) {
        this.risk = risk;
        this.who = who;
        this.review = review;
    }

    Urgency urgency(Draft draft) {
        return risk.urgency(draft, who.born(draft), review.today());
    }

    /** Whether something is urgent that was not shown yet: another number is shown again. */
    boolean interrupts(Draft draft) {
        return urgency(draft).any()
                && draft.entry(SEEN).filter(key(draft)::equals).isEmpty();
    }

    /** Shown once, not at every press of a button. */
    Draft seen(Draft draft) {
        return draft.with(SEEN, key(draft));
    }

    /** Whether she is to be measured a second time and was not. */
    boolean wantsSecond(Draft draft) {
        return urgency(draft).raised();
    }

    private String key(Draft draft) {
        return urgency(draft).key() + " "
                + Section.PRESSURES.stream().map(draft::text).collect(Collectors.joining("/"));
    }
}
