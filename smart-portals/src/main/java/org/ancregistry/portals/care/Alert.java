package org.ancregistry.portals.care;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.ReferralLetter;
import org.ancregistry.portals.record.ReferralLetter.State;
import org.ancregistry.portals.record.Risk;
import org.jspecify.annotations.Nullable;

/**
 * The gravest of what the rules found, above all else on her page: it stays when she was sent and when the clinic replied,
 * because she is as ill as before.
 *
 * @param rule id of the gravest rule that is met; absent where a clinician alone gave her the grade
 * @param waits whether nobody has done anything about it yet
 * @param others ids of the other urgent and high rules, gravest first
 * @param letter the newest referral that stands
 */
record Alert(
        @Nullable String rule,
        boolean waits,
        List<String> others,
        Risk risk,
        @Nullable ReferralLetter letter) {

    private static final List<String> SERIOUS = List.of("urgent", "high");

    /** More than these push the page off a phone; the card below lists them all. */
    private static final int SHOWN = 3;

    Alert {
        others = List.copyOf(others);
    }

    /** Empty where nothing is urgent or high, and where the pregnancy is over and nothing is left to be done. */
    static Optional<Alert> of(MotherRecord record) {
        return record.risk()
                .filter(risk -> !risk.open().isEmpty() || record.pregnancy().isPresent())
                .filter(risk -> !risk.open().isEmpty() || isSerious(risk))
                .map(risk -> of(record, risk, rules(risk)));
    }

    private static Alert of(MotherRecord record, Risk risk, List<String> rules) {
        return new Alert(
                rules.stream().findFirst().orElse(null),
                !risk.open().isEmpty(),
                rules.stream().skip(1).toList(),
                risk,
                record.referrals().stream()
                        .filter(letter -> letter.state() != State.CALLED_OFF)
                        .findFirst()
                        .orElse(null));
    }

    /** An urgent rule is shown whatever grade a clinician gave; of a high one the clinician's word counts. */
    private static boolean isSerious(Risk risk) {
        return SERIOUS.contains(risk.grade())
                || risk.graded().stream().anyMatch(reason -> "urgent".equals(reason.grade()));
    }

    /** What waits first, each in the order of the assessment, which has the gravest first. */
    private static List<String> rules(Risk risk) {
        var order = risk.reasons().stream().map(Risk.Reason::rule).toList();
        var waiting = risk.open().stream()
                .sorted(Comparator.comparingInt(rule -> order.contains(rule) ? order.indexOf(rule) : order.size()));
        return Stream.concat(waiting, SERIOUS.stream().flatMap(grade -> graded(risk, grade)))
                .distinct()
                .toList();
    }

    private static Stream<String> graded(Risk risk, String grade) {
        return risk.graded().stream()
                .filter(reason -> grade.equals(reason.grade()))
                .map(Risk.Reason::rule);
    }

    public List<String> shown() {
        return others.stream().limit(SHOWN).toList();
    }

    public int more() {
        return others.size() - shown().size();
    }

    /** Whether the clinic to which she was sent has still to reply, or to see her. */
    public boolean sent() {
        return letter != null && letter.open();
    }

    /** A clinician's own grade, where it is another than that of the rules. */
    public @Nullable String given() {
        var given = risk.given();
        return given == null || given.grade().equals(risk.computed()) ? null : given.grade();
    }

    /** Whether a doctor of that place is the one to reply. */
    public boolean waitsFor(@Nullable String place) {
        return letter != null && letter.open() && place != null && place.equals(letter.receiver());
    }
}
