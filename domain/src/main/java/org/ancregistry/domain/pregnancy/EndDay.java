package org.ancregistry.domain.pregnancy;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which days a pregnancy can have ended.
 *
 * @param registered the day on which care for it began
 * @param dating how old it is, where anybody knows
 * @param today the day on which somebody says so
 */
public record EndDay(LocalDate registered, @Nullable Dating dating, LocalDate today) {

    private static final int FIRST_BIRTH_WEEKS = 20;
    private static final int TERM_WEEKS = 37;

    /** What cannot be right about such a day. */
    public enum Problem {
        IN_FUTURE,
        BEFORE_REGISTRATION,
        /** Before her last period, or more than 45 weeks after it. */
        OUTSIDE_PREGNANCY,
        /** No child is born before 20 weeks: it is a loss. */
        TOO_EARLY_FOR_BIRTH
    }

    /** What is wrong with {@code on}; empty when it can be right. Weeks are asked of births and losses only. */
    public Optional<Problem> problem(EndKind kind, LocalDate on) {
        if (on.isAfter(today)) {
            return Optional.of(Problem.IN_FUTURE);
        }
        if (on.isBefore(registered)) {
            return Optional.of(Problem.BEFORE_REGISTRATION);
        }
        return dating != null && (kind.isBirth() || kind.isLoss()) ? problem(kind, dating.ageOn(on)) : Optional.empty();
    }

    private static Optional<Problem> problem(EndKind kind, Optional<GestationalAge> age) {
        if (age.isEmpty()) {
            return Optional.of(Problem.OUTSIDE_PREGNANCY);
        }
        return kind.isBirth() && age.get().weeks() < FIRST_BIRTH_WEEKS
                ? Optional.of(Problem.TOO_EARLY_FOR_BIRTH)
                : Optional.empty();
    }

    /** Whether a child that was born on that day came before 37 completed weeks; empty when nobody can tell. */
    public Optional<Boolean> isPreterm(LocalDate born) {
        return Optional.ofNullable(dating).flatMap(known -> known.ageOn(born)).map(age -> age.weeks() < TERM_WEEKS);
    }
}
