package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.pregnancy.MissedReason;
import org.ancregistry.portals.registry.AppointmentDesk;
import org.ancregistry.portals.web.RequestId;
import org.ancregistry.portals.web.TypedDate;
import org.ancregistry.portals.web.WordsForm;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;

/**
 * Why she did not come, and the day that she is given instead, as it was typed.
 *
 * @param requestId made with the page: sent twice, it is done once
 * @param of id of the appointment that she missed, or empty
 * @param contact first day of the planned contact that she missed
 * @param basedOn the version of the appointment or of the schedule, as the page showed it
 * @param reason a code; nothing is chosen beforehand
 * @param note for staff
 * @param despite what was refused and is to be done all the same
 */
record MissedForm(
        String requestId,
        @Nullable String of,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate contact,
        String basedOn,
        @Nullable String reason,
        @Nullable String note,
        TypedDate nextDate,
        @Nullable String nextTime,
        @Nullable String nextClinic,
        List<String> despite) {

    private static final List<String> REASONS =
            Arrays.stream(MissedReason.values()).map(MissedReason::code).toList();

    MissedForm(
            @Nullable String requestId,
            @Nullable String of,
            @Nullable LocalDate contact,
            @Nullable String basedOn,
            @Nullable String reason,
            @Nullable String note,
            @Nullable TypedDate nextDate,
            @Nullable String nextTime,
            @Nullable String nextClinic,
            @Nullable List<String> despite) {
        this.requestId = RequestId.orNew(requestId);
        this.of = of == null || of.isBlank() ? null : of;
        this.contact = contact;
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.reason = reason;
        this.note = note;
        this.nextDate = Objects.requireNonNullElse(nextDate, TypedDate.EMPTY);
        this.nextTime = nextTime;
        this.nextClinic = nextClinic;
        this.despite = despite == null ? List.of() : List.copyOf(despite);
    }

    /** The time is the one at which clinics begin, as on the page of a visit. */
    static MissedForm empty() {
        return new MissedForm(null, null, null, null, null, null, null, "09:00", null, null);
    }

    public List<String> reasons() {
        return REASONS;
    }

    /** The field at which a day is refused. */
    String dayField(boolean fromAList) {
        return nextDate.isEmpty() && fromAList ? "nextClinic" : "nextDate";
    }

    boolean givesADay() {
        return next().start(ZoneId.of("UTC")).isPresent();
    }

    private NextDay next() {
        return new NextDay(nextDate, nextTime, nextClinic);
    }

    private @Nullable String words() {
        return new WordsForm(requestId, note).words();
    }

    /** She need not be given a day at once. */
    void check(LocalDate today, BindingResult errors) {
        var why = Optional.ofNullable(reason).flatMap(MissedReason::of);
        if (why.isEmpty()) {
            errors.rejectValue("reason", "missed.reason.missing");
        }
        var words = words();
        if (words == null ? why.filter(MissedReason.OTHER::equals).isPresent() : words.length() > WordsForm.LONGEST) {
            errors.rejectValue("note", "missed.note.wrong");
        }
        next().check(today, errors);
    }

    /** @param place {@code Organization/…} of which the page showed the days */
    AppointmentDesk.Arrangement arranged(NotCome missed, ZoneId zone, @Nullable String place) {
        var booked = missed.booked();
        return new AppointmentDesk.Arrangement(
                requestId,
                booked == null ? null : new AppointmentDesk.Old(booked.reference(), basedOn),
                next().start(zone)
                        .map(start -> new AppointmentDesk.Day(start, place, despite))
                        .orElse(null),
                null,
                new AppointmentDesk.Missed(Objects.requireNonNull(reason), words(), contact(missed)));
    }

    private AppointmentDesk.@Nullable Contact contact(NotCome missed) {
        var window = missed.window();
        return window == null || window.plan() == null
                ? null
                : new AppointmentDesk.Contact(window.plan().reference(), basedOn, window.from());
    }
}
