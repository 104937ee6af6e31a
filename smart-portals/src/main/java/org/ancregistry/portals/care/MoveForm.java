package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.portals.record.Pregnancy.Window;
import org.ancregistry.portals.registry.Schedules;
import org.ancregistry.portals.web.RequestId;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;

/**
 * Other days for a contact, and why.
 *
 * @param requestId made with the page: sent twice, it is moved once
 * @param contact the first day of the contact, as the page showed it
 * @param basedOn the version of the schedule that the page was made from
 * @param lastDay empty for a single day
 */
record MoveForm(
        String requestId,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate contact,
        String basedOn,
        TypedDate firstDay,
        TypedDate lastDay,
        String reason) {

    private static final int LONGEST_REASON = 500;

    static MoveForm empty() {
        return new MoveForm(null, null, null, null, null, null);
    }

    MoveForm(
            @Nullable String requestId,
            @Nullable LocalDate contact,
            @Nullable String basedOn,
            @Nullable TypedDate firstDay,
            @Nullable TypedDate lastDay,
            @Nullable String reason) {
        this.requestId = RequestId.orNew(requestId);
        this.contact = contact;
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.firstDay = Objects.requireNonNullElse(firstDay, TypedDate.EMPTY);
        this.lastDay = Objects.requireNonNullElse(lastDay, TypedDate.EMPTY);
        this.reason = Objects.requireNonNullElse(reason, "").strip();
    }

    /** The move, where everything that it needs was entered; otherwise the errors say what is missing. */
    Optional<Schedules.Move> move(Window window, BindingResult errors) {
        var first = firstDay.date();
        var last = lastDay.isEmpty() ? first : lastDay.date();
        if (first.isEmpty()) {
            errors.rejectValue("firstDay", "reschedule.firstDay.wrong");
        }
        if (last.isEmpty() && first.isPresent()) {
            errors.rejectValue("lastDay", "reschedule.lastDay.wrong");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            errors.rejectValue("reason", "reschedule.reason.wrong");
        }
        var plan = window.plan();
        return errors.hasErrors() || plan == null || contact == null
                ? Optional.empty()
                : Optional.of(new Schedules.Move(
                        requestId,
                        plan.reference(),
                        basedOn,
                        contact,
                        first.orElseThrow(),
                        last.orElseThrow(),
                        reason));
    }
}
