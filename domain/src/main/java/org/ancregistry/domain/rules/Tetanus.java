package org.ancregistry.domain.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Answer;

/**
 * Whether a tetanus dose is due (WHO DT.32 and S.04): two in this pregnancy for a woman without doses or without a known
 * history, one for a woman with one to four, none for a woman who had all five.
 */
final class Tetanus {

    private static final String HISTORY = "ttcv_history";
    private static final String FULLY = "ANC.B6.DE101";
    private static final String SOME = "ANC.B6.DE102";
    private static final int WEEKS_OF_A_PREGNANCY = 40;
    private static final List<String> DOSES = List.of("tt1_date", "tt2_date", "tt3_date", "tt4_date", "tt5_date");

    private Tetanus() {}

    static Verdict due(Situation now) {
        var history = now.facts().newest(HISTORY).orElse(null);
        if (history == null) {
            return Verdict.unknown(HISTORY);
        }
        var codes = Known.codes(history);
        if (codes.contains(FULLY)) {
            return Verdict.of(false, history);
        }
        var given = given(now.facts());
        var used = new LinkedHashSet<Fact>(Set.of(history));
        used.addAll(given);
        var wanted = codes.contains(SOME) ? 1 : 2;
        var due = given.isEmpty() || (given.size() < wanted && inTimeForTheNext(now, given));
        return new Verdict(Truth.of(due), used, Set.of());
    }

    /** The doses of this pregnancy. */
    private static List<Fact> given(CaseFacts facts) {
        var began = began(facts);
        return DOSES.stream()
                .flatMap(dose -> facts.newest(dose).stream())
                .filter(dose -> days(dose).anyMatch(day -> !day.isBefore(began)))
                .toList();
    }

    /**
     * The day from which doses are of this pregnancy. Where nobody knows when it began, it was not longer ago than a
     * pregnancy takes, seen from the first day on which she was known to be pregnant: a dose too many does less harm than
     * one too few.
     */
    private static LocalDate began(CaseFacts facts) {
        var course = facts.course();
        if (course.dating() != null) {
            return course.dating().dayOf(0);
        }
        var first = course.firstContact();
        return (first == null ? facts.on() : first).minusWeeks(WEEKS_OF_A_PREGNANCY);
    }

    /** The day of a dose; a dose that was only said to be given was given at that contact. */
    private static Stream<LocalDate> days(Fact dose) {
        if (dose.value() instanceof Answer.Dated dated) {
            return Stream.of(dated.value());
        }
        return dose.value().equals(new Answer.YesNo(true)) ? Stream.of(dose.on()) : Stream.empty();
    }

    private static boolean inTimeForTheNext(Situation now, List<Fact> given) {
        var last = given.stream().flatMap(Tetanus::days).max(Comparator.naturalOrder());
        var on = now.facts().on();
        var dating = now.facts().course().dating();
        var early = last.filter(day -> on.isBefore(day.plusWeeks(now.whole("between"))))
                .isPresent();
        var late = dating != null && on.isAfter(dating.edd().minusWeeks(now.whole("before_birth")));
        return !early && !late;
    }
}
