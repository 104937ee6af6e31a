package org.ancregistry.portals.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;

/**
 * One visit as it was typed. The request id is made with the page, so that a second press saves one visit; the version
 * says which state of the record the page was made from. Its map and list can be changed, because binding fills them.
 *
 * @param nextClinic the day of a clinic that was chosen for her next appointment, as in {@code 2026-12-03T08:30}
 * @param madeAt when the page was made, as in {@code 2026-11-22T05:00:00Z}: a second press says the same moment
 */
record VisitForm(
        String requestId,
        String madeAt,
        String basedOn,
        String contactType,
        TypedDate date,
        Map<String, String> answers,
        List<String> dangers,
        List<Medicine> medicines,
        @Nullable String note,
        TypedDate nextDate,
        @Nullable String nextTime,
        @Nullable String nextClinic,
        List<String> confirmed,
        Urgent urgent) {

    VisitForm(
            @Nullable String requestId,
            @Nullable String madeAt,
            @Nullable String basedOn,
            @Nullable String contactType,
            @Nullable TypedDate date,
            @Nullable Map<String, String> answers,
            @Nullable List<String> dangers,
            @Nullable List<Medicine> medicines,
            @Nullable String note,
            @Nullable TypedDate nextDate,
            @Nullable String nextTime,
            @Nullable String nextClinic,
            @Nullable List<String> confirmed,
            @Nullable Urgent urgent) {
        this.requestId = Objects.requireNonNullElse(requestId, "");
        this.madeAt = Objects.requireNonNullElse(madeAt, "");
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.contactType = Objects.requireNonNullElse(contactType, "");
        this.date = Objects.requireNonNullElse(date, TypedDate.EMPTY);
        this.answers = answers == null ? new LinkedHashMap<>() : new LinkedHashMap<>(answers);
        this.dangers = dangers == null ? new ArrayList<>() : new ArrayList<>(dangers);
        this.medicines = new ArrayList<>();
        if (medicines != null) {
            medicines.forEach(row -> this.medicines.add(Objects.requireNonNullElse(row, Medicine.NONE)));
        }
        this.note = note;
        this.nextDate = Objects.requireNonNullElse(nextDate, TypedDate.EMPTY);
        this.nextTime = nextTime;
        this.nextClinic = nextClinic;
        this.confirmed = confirmed == null ? new ArrayList<>() : new ArrayList<>(confirmed);
        this.urgent = Objects.requireNonNullElse(urgent, Urgent.NOT_YET);
    }

    /** A medicine that was given or prescribed, and how it is taken. */
    record Medicine(@Nullable String text, @Nullable String dose) {
        static final Medicine NONE = new Medicine(null, null);
    }

    /** What stands in a row of medicines; empty rows are there to be filled. */
    public Medicine medicine(int row) {
        return row < medicines.size() ? medicines.get(row) : Medicine.NONE;
    }

    /** Whether there is an entry for any of them: what is folded stands open then. */
    public boolean isEntered(List<String> fields) {
        return fields.stream()
                .anyMatch(field -> !answers.getOrDefault(field, "").isBlank());
    }

    public boolean hasMedicine() {
        return medicines.stream().anyMatch(row -> !blank(row.text()) || !blank(row.dose()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * What the page about urgent findings sends.
     *
     * @param step what the pressed button means: {@code look}, {@code refer}, {@code on}; a visit is saved without one
     * @param seen what was shown as urgent already
     * @param to {@code Organization/…} where she is sent
     * @param transport how she gets there
     */
    record Urgent(
            @Nullable String step,
            @Nullable String seen,
            @Nullable String to,
            @Nullable String transport) {

        static final Urgent NOT_YET = new Urgent(null, null, null, null);
    }

    static VisitForm empty(String basedOn, String contactType, Instant now, ZoneId zone) {
        return new VisitForm(
                UUID.randomUUID().toString(),
                PageMoment.text(now),
                basedOn,
                contactType,
                TypedDate.of(LocalDate.ofInstant(now, zone)),
                null,
                null,
                null,
                null,
                null,
                "09:00",
                null,
                null,
                null);
    }

    /** The same at the day and place of a clinic. */
    VisitForm at(ClinicDay day) {
        return new VisitForm(
                requestId,
                madeAt,
                basedOn,
                day.place(),
                TypedDate.of(day.date()),
                answers,
                dangers,
                medicines,
                note,
                nextDate,
                nextTime,
                nextClinic,
                confirmed,
                urgent);
    }

    /** The same entries, based on what is in the record now. */
    VisitForm basedOn(String version) {
        return with(version, urgent);
    }

    /** The same entries, as if nothing urgent had been shown yet; where she was to be sent is kept. */
    VisitForm unseen() {
        return with(basedOn, new Urgent(null, null, urgent.to(), urgent.transport()));
    }

    private VisitForm with(String version, Urgent urgency) {
        return new VisitForm(
                requestId,
                madeAt,
                version,
                contactType,
                date,
                answers,
                dangers,
                medicines,
                note,
                nextDate,
                nextTime,
                nextClinic,
                confirmed,
                urgency);
    }

    /** The moment of the visit, the same at every press. */
    Optional<ZonedDateTime> moment(ZoneId zone) {
        return date.date().map(day -> PageMoment.on(day, madeAt, zone));
    }

    Optional<ZonedDateTime> next(ZoneId zone) {
        return nextDay().start(zone);
    }

    NextDay nextDay() {
        return new NextDay(nextDate, nextTime, nextClinic);
    }

    boolean steps(String step) {
        return step.equals(urgent.step());
    }

    boolean hasSeen(Urgency urgency) {
        return urgency.key().equals(urgent.seen());
    }
}
