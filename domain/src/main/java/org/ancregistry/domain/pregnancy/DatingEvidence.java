package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answers;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the beginning of a pregnancy. Rule C-EDD: the last period counts, unless it is uncertain or an
 * early scan differs by more than scans of that age err. That error (7 days below 14 weeks, 10 days from 14 to 21 weeks)
 * is common practice and awaits national confirmation.
 *
 * @param lastPeriod first day of the last period
 * @param lastPeriodCertain false when she is not sure of it
 * @param scanEdd the date of delivery that the first scan gives
 * @param scanned the day of that scan
 */
public record DatingEvidence(
        @Nullable LocalDate lastPeriod,
        boolean lastPeriodCertain,
        @Nullable LocalDate scanEdd,
        @Nullable LocalDate scanned) {

    private static final Set<String> UNCERTAIN = Set.of("lmp-certainty-uncertain", "lmp-certainty-unknown");
    private static final int EARLY_WEEKS = 14;
    private static final int LATE_WEEKS = 22;
    private static final int TOO_LATE_WEEKS = 24;
    private static final int EARLY_ERROR_DAYS = 7;
    private static final int LATER_ERROR_DAYS = 10;

    /** Reads the fields {@code lmp}, {@code lmp_certainty}, {@code ultrasound_edd} and {@code ultrasound_date}. */
    public static DatingEvidence in(Answers answers) {
        var certainty = answers.of("lmp_certainty");
        return new DatingEvidence(
                answers.date("lmp").orElse(null),
                certainty
                        .filter(said -> said instanceof Answer.Chosen chosen && isUncertain(chosen.answerCode()))
                        .isEmpty(),
                answers.date("ultrasound_edd").orElse(null),
                answers.date("ultrasound_date").orElse(null));
    }

    /** Whether that answer to {@code lmp_certainty} says that she is not sure of it. */
    public static boolean isUncertain(String certainty) {
        return UNCERTAIN.contains(certainty);
    }

    /**
     * The dating that follows; empty when neither a period nor a scan is known.
     *
     * @param on the day of the contact, taken for the day of the scan when that is not known
     */
    public Optional<Dating> dating(LocalDate on) {
        var byScan = Optional.ofNullable(scanEdd).map(edd -> new Dating(edd, Dating.Source.ULTRASOUND));
        var byPeriod = Optional.ofNullable(lastPeriod).map(Dating::byLastPeriod);
        if (byScan.isEmpty() || byPeriod.isEmpty()) {
            return byPeriod.or(() -> byScan);
        }
        return scanWins(byScan.get(), byPeriod.get(), scanned == null ? on : scanned) ? byScan : byPeriod;
    }

    private boolean scanWins(Dating byScan, Dating byPeriod, LocalDate day) {
        var weeks = byScan.ageOn(day).map(GestationalAge::weeks).orElse(TOO_LATE_WEEKS);
        if (weeks >= TOO_LATE_WEEKS) {
            return false;
        }
        if (!lastPeriodCertain) {
            return true;
        }
        var apart = Math.abs(ChronoUnit.DAYS.between(byScan.edd(), byPeriod.edd()));
        return weeks < LATE_WEEKS && apart > (weeks < EARLY_WEEKS ? EARLY_ERROR_DAYS : LATER_ERROR_DAYS);
    }
}
