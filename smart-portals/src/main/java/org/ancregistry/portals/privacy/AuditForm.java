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
 * @param by id of a member of staff, or a program's name
 * @param emergencies {@code yes} for what was done in emergencies alone
 * @param page from 1
 */
record AuditForm(
        @Nullable String phn,
        @Nullable String by,
        @Nullable TypedDate from,
        @Nullable TypedDate until,
        @Nullable String emergencies,
        @Nullable Integer page) {

    private static final int LAST_PAGE = 500;

    static final AuditForm EMPTY = new AuditForm(null, null, null, null, null, null);

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

    /** The day named last is looked at whole. */
    Filter filter(ZoneId zone) {
        return new Filter(
                given(phn).flatMap(Phn::parse).map(Phn::value).orElse(null),
                given(by).map(AuditForm::named).orElse(null),
                start(from, zone, 0),
                start(until, zone, 1),
                "yes".equals(emergencies) ? "BTG" : null);
    }

    /** Staff go by a number, programs by a name. */
    private static String named(String typed) {
        return typed.matches("[0-9]+") ? "Practitioner/" + typed : typed;
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
