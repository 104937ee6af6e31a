package org.ancregistry.portals.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.registry.AccessLog.Filter;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What a privacy officer looks for, as it was typed. It is sent in the body: a mother's number stands in no address.
 *
 * @param by number or name of a member of staff, or a program's name
 * @param person the one who was chosen among several of that name, {@code Practitioner/…}
 * @param emergencies {@code yes} for what was done in emergencies alone
 * @param others {@code yes} for what was about no woman, too
 * @param page from 1
 */
record AuditForm(
        @Nullable String phn,
        @Nullable String by,
        @Nullable String person,
        @Nullable TypedDate from,
        @Nullable TypedDate until,
        @Nullable String emergencies,
        @Nullable String others,
        @Nullable Integer page) {

    private static final int LAST_PAGE = 500;
    private static final String STAFF = "Practitioner/[A-Za-z0-9.-]{1,64}";

    static final AuditForm EMPTY = new AuditForm(null, null, null, null, null, null, null, null);

    @Override
    public @Nullable String person() {
        return person != null && person.matches(STAFF) ? person : null;
    }

    int number() {
        return page == null ? 1 : Math.min(Math.max(page, 1), LAST_PAGE);
    }

    void check(BindingResult errors) {
        if (given(phn).isPresent() && given(phn).flatMap(Phn::parse).isEmpty()) {
            errors.rejectValue("phn", "audit.phn.wrong");
        }
        if (isWrong(from)) {
            errors.rejectValue("from", "audit.date.wrong");
        }
        if (isWrong(until)) {
            errors.rejectValue("until", "audit.date.wrong");
        }
    }

    private static boolean isWrong(@Nullable TypedDate date) {
        return date != null && !date.isEmpty() && date.date().isEmpty();
    }

    /** Who is meant, as it was typed. */
    @Nullable
    String named() {
        return given(by).orElse(null);
    }

    /**
     * The day named last is looked at whole.
     *
     * @param who {@code Practitioner/…} or a program's name
     */
    Filter filter(@Nullable String who, ZoneId zone) {
        return new Filter(
                given(phn).flatMap(Phn::parse).map(Phn::value).orElse(null),
                who,
                start(from, zone, 0),
                start(until, zone, 1),
                "yes".equals(emergencies) ? "BTG" : null,
                !"yes".equals(others));
    }

    private static Optional<String> given(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static @Nullable Instant start(@Nullable TypedDate typed, ZoneId zone, int later) {
        Optional<LocalDate> day = typed == null ? Optional.empty() : typed.date();
        return day.map(date -> date.plusDays(later).atStartOfDay(zone).toInstant())
                .orElse(null);
    }
}
