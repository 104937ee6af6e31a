package org.ancregistry.portals.mother;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy.Window;
import org.ancregistry.portals.record.ReferralLetter;
import org.ancregistry.portals.record.ReferralLetter.State;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that a woman is asked to do first, as her record stands: where she was sent and has not been seen, a visit
 * that she missed. It names places and days and no value: what was found she reads among her values, in its own words.
 *
 * @param word the last part of its message
 * @param place where she was sent, where that is known
 * @param on when she was sent, or by when she was expected
 * @param booked when she is expected next, where anything is arranged
 */
record OneThing(
        String word,
        @Nullable String place,
        @Nullable LocalDate on,
        @Nullable BookedVisit booked) {

    /** Empty where nothing of her record is more urgent than what every woman does in her week. */
    static Optional<OneThing> of(MotherRecord record, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return Stream.of(sent(record, today), overdue(record, today), missed(record, today))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whoever was seen there is told by the clinic what comes next. */
    private static Optional<OneThing> sent(MotherRecord record, LocalDate today) {
        return record.referrals().stream()
                .filter(letter -> letter.state() == State.SENT)
                .max(Comparator.comparing(ReferralLetter::urgent)
                        .thenComparing(ReferralLetter::on, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(letter -> sent(letter, record, today));
    }

    private static OneThing sent(ReferralLetter letter, MotherRecord record, LocalDate today) {
        if (letter.urgent()) {
            return new OneThing("urgent", letter.to(), letter.on(), null);
        }
        var there = record.appointments().stream()
                .filter(booked -> booked.isExpectedFrom(today))
                .filter(booked -> booked.at() != null && booked.at().equals(letter.receiver()))
                .findFirst()
                .orElse(null);
        return new OneThing(there == null ? "sent" : "sentOn", letter.to(), letter.on(), there);
    }

    private static Optional<OneThing> overdue(MotherRecord record, LocalDate today) {
        return overdueWindow(record, today).map(window -> withNext("overdue", null, window.to(), record, today));
    }

    /** The planned contact whose days went by without her. */
    static Optional<Window> overdueWindow(MotherRecord record, LocalDate today) {
        return record.nextPlanned().filter(window -> window.to().isBefore(today));
    }

    /** The last appointment before today, where she was not met on its day or after it. */
    private static Optional<OneThing> missed(MotherRecord record, LocalDate today) {
        if (record.pregnancy().isEmpty()) {
            return Optional.empty();
        }
        return record.appointments().stream()
                .filter(booked ->
                        !booked.cancelled() && booked.start().toLocalDate().isBefore(today))
                .reduce((earlier, later) -> later)
                .filter(booked -> !record.metSince(booked.start().toLocalDate()))
                .map(booked -> withNext("missed", booked.place(), booked.start().toLocalDate(), record, today));
    }

    private static OneThing withNext(
            String word, @Nullable String place, LocalDate on, MotherRecord record, LocalDate today) {
        var next = record.nextBooked(today).orElse(null);
        return new OneThing(next == null ? word : word + "Next", place, on, next);
    }

    /** Says nothing of her. */
    @Override
    public String toString() {
        return "OneThing[" + word + "]";
    }
}
