package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Her present pregnancy.
 *
 * @param reference {@code EpisodeOfCare/…}
 * @param version what {@code $record-anc-visit} must be based on
 * @param since the day on which she was registered
 * @param edd expected date of delivery in use
 * @param planned the planned contacts' windows, earliest first
 */
public record Pregnancy(
        String reference,
        String version,
        @Nullable LocalDate since,
        @Nullable LocalDate edd,
        List<Window> planned) {

    private static final int TERM_DAYS = 280;

    public Pregnancy {
        planned = List.copyOf(planned);
    }

    /**
     * From when to when a contact can be held, ends included.
     *
     * @param plan in which it stands; absent where it can only be read
     * @param moved where its days were others before
     * @param missed where somebody wrote that she did not come on these days
     */
    public record Window(
            LocalDate from,
            LocalDate to,
            @Nullable String number,
            @Nullable Plan plan,
            @Nullable Move moved,
            @Nullable Missed missed) {

        public Window(LocalDate from, LocalDate to, @Nullable String number) {
            this(from, to, number, null, null, null);
        }
    }

    /**
     * The schedule that a move is based on.
     *
     * @param reference {@code CarePlan/…}
     */
    public record Plan(String reference, @Nullable String version) {}

    /**
     * Why a contact was given other days, and when it was planned before.
     *
     * @param by the name of whoever moved it
     */
    public record Move(
            LocalDate from,
            LocalDate to,
            @Nullable String reason,
            @Nullable String by,
            @Nullable LocalDate on) {}

    /** Days of pregnancy on that day, by the expected date of delivery in use. */
    public Optional<Integer> daysOn(LocalDate day) {
        return edd == null ? Optional.empty() : Optional.of((int) (TERM_DAYS - ChronoUnit.DAYS.between(day, edd)));
    }

    /** {@code 31+4}: weeks and days. */
    public Optional<String> weeksOn(LocalDate day) {
        return daysOn(day).filter(days -> days >= 0).map(Pregnancy::weeksText);
    }

    static String weeksText(int days) {
        return days % 7 == 0 ? Integer.toString(days / 7) : days / 7 + "+" + days % 7;
    }

    /** The planned contact after that day, missed or not: a contact answers everything that was open on its day. */
    public Optional<Window> plannedAfter(LocalDate lastContact) {
        return planned.stream()
                .filter(window -> window.from().isAfter(lastContact))
                .findFirst();
    }
}
