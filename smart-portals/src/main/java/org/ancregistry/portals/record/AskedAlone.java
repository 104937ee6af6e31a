package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.clinical.MoodScore;
import org.jspecify.annotations.Nullable;

/**
 * What a woman said, or did not, when she was asked with nobody listening.
 *
 * @param on the day, where it is written down
 * @param said by dictionary field: {@code yes}, {@code no}, or codes of its answers
 */
public record AskedAlone(@Nullable LocalDate on, Map<String, List<String>> said) {

    private static final String ENQUIRY = "ipv_enquiry";
    private static final String VIOLENCE = "ipv";

    public AskedAlone {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** Each time that she was asked, or nobody could, what was asked last first. */
    public static List<AskedAlone> in(MotherRecord record) {
        var times = new LinkedHashMap<String, AskedAlone>();
        record.findings().stream()
                .filter(finding -> finding.field().isPrivate())
                .forEach(finding -> times.merge(
                        String.valueOf(finding.contact()), of(finding), (earlier, more) -> earlier.with(more)));
        var newestFirst = new ArrayList<>(times.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static AskedAlone of(Finding finding) {
        return new AskedAlone(finding.on(), Map.of(finding.name(), List.of(value(finding))));
    }

    private static String value(Finding finding) {
        if (finding.yes() != null) {
            return finding.yes() ? "yes" : "no";
        }
        return finding.answerCode() == null ? String.valueOf(finding.text()) : finding.answerCode();
    }

    private AskedAlone with(AskedAlone more) {
        var all = new LinkedHashMap<>(said);
        more.said.forEach((field, values) -> all.merge(field, values, (some, others) -> {
            var both = new ArrayList<>(some);
            both.addAll(others);
            return both;
        }));
        return new AskedAlone(on, all);
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** Nobody could ask her: somebody listened, or there was no place for it. */
    public boolean skipped() {
        return is(ENQUIRY, "no");
    }

    /** She was asked whether somebody hurts her, and did not say. */
    public boolean unanswered() {
        return is(ENQUIRY, "yes") && !said.containsKey(VIOLENCE);
    }

    /** She says that somebody hurts her. */
    public boolean hurt() {
        return is(VIOLENCE, "yes");
    }

    /** Whether somebody has given her first-line support was not written down. */
    public boolean supportOpen() {
        return hurt() && !is("ipv_support", "yes");
    }

    /** How she felt in the last two weeks, where both questions were answered. */
    public Optional<MoodScore> mood() {
        return MoodScore.of(first("mood_interest"), first("mood_down"));
    }

    /** She feels so low that somebody is to talk with her about it. */
    public boolean low() {
        return mood().filter(MoodScore::isToBeTalkedAbout).isPresent();
    }

    /** Something is to be done about what she said. */
    public boolean needsSomething() {
        return hurt() || low();
    }

    private boolean is(String field, String answer) {
        return said.getOrDefault(field, List.of()).contains(answer);
    }

    private @Nullable String first(String field) {
        return said.getOrDefault(field, List.of()).stream().findFirst().orElse(null);
    }

    /** Names nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "AskedAlone[" + on + "]";
    }
}
