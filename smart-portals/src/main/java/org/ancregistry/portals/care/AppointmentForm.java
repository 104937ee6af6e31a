package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.ancregistry.portals.registry.AppointmentDesk;
import org.ancregistry.portals.web.RequestId;
import org.ancregistry.portals.web.TypedDate;
import org.ancregistry.portals.web.WordsForm;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A day for her, or what becomes of the one that she has, as it was typed.
 *
 * @param requestId made with the page: sent twice, it is done once
 * @param of id of the appointment that is changed, or {@link #NEW}
 * @param basedOn its version, as the page showed it
 * @param action what becomes of it; nothing is chosen beforehand
 * @param reason for her to read
 * @param despite what was refused and is to be done all the same
 */
record AppointmentForm(
        String requestId,
        String of,
        String basedOn,
        @Nullable String action,
        TypedDate nextDate,
        @Nullable String nextTime,
        @Nullable String nextClinic,
        @Nullable String reason,
        List<String> despite) {

    /** She is given a day, whatever else she has. */
    static final String NEW = "new";

    static final List<String> ACTIONS = List.of("move", "call-off");

    AppointmentForm(
            @Nullable String requestId,
            @Nullable String of,
            @Nullable String basedOn,
            @Nullable String action,
            @Nullable TypedDate nextDate,
            @Nullable String nextTime,
            @Nullable String nextClinic,
            @Nullable String reason,
            @Nullable List<String> despite) {
        this.requestId = RequestId.orNew(requestId);
        this.of = Objects.requireNonNullElse(of, NEW);
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.action = action;
        this.nextDate = Objects.requireNonNullElse(nextDate, TypedDate.EMPTY);
        this.nextTime = nextTime;
        this.nextClinic = nextClinic;
        this.reason = reason;
        this.despite = despite == null ? List.of() : List.copyOf(despite);
    }

    /** The time is the one at which clinics begin, as on the page of a visit. */
    static AppointmentForm empty() {
        return new AppointmentForm(null, null, null, null, null, "09:00", null, null, null);
    }

    public List<String> actions() {
        return ACTIONS;
    }

    /** A word for what was done: given, moved or called off. */
    String done() {
        return isNew() ? "given" : isCallingOff() ? "called-off" : "moved";
    }

    private boolean isNew() {
        return of.equals(NEW);
    }

    private boolean isCallingOff() {
        return !isNew() && "call-off".equals(action);
    }

    /** The field at which a day is refused. */
    String dayField(boolean fromAList) {
        return nextDate.isEmpty() && fromAList ? "nextClinic" : "nextDate";
    }

    private NextDay next() {
        return new NextDay(nextDate, nextTime, nextClinic);
    }

    private @Nullable String words() {
        return new WordsForm(requestId, reason).words();
    }

    void check(LocalDate today, BindingResult errors) {
        if (!isNew() && (action == null || !ACTIONS.contains(action))) {
            errors.rejectValue("action", "appointment.action.missing");
        }
        var words = words();
        if (words == null ? isCallingOff() : words.length() > WordsForm.LONGEST) {
            errors.rejectValue("reason", "appointment.reason.wrong");
        }
        if (!isCallingOff()) {
            next().check(today, errors);
            if (!errors.hasErrors() && next().start(ZoneId.of("UTC")).isEmpty()) {
                errors.rejectValue("nextDate", "question.nextDate.missing");
            }
        }
    }

    /** @param place {@code Organization/…} of which the page showed the days */
    AppointmentDesk.Arrangement arranged(ZoneId zone, @Nullable String place) {
        return new AppointmentDesk.Arrangement(
                requestId,
                isNew() ? null : new AppointmentDesk.Old("Appointment/" + of, basedOn),
                isCallingOff()
                        ? null
                        : new AppointmentDesk.Day(next().start(zone).orElseThrow(), place, despite),
                isNew() ? null : words(),
                null);
    }
}
