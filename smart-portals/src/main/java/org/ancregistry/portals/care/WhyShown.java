package org.ancregistry.portals.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.portals.record.CheckIn;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.ReferralLetter;
import org.jspecify.annotations.Nullable;

/**
 * Why a doctor sees this record, as far as the record says so itself: the registry tells nobody the reason.
 *
 * @param word last part of the page's message
 * @param place where she was checked in
 * @param on the day of the referral or of the check-in
 * @param until the end of the emergency
 */
record WhyShown(
        String word,
        @Nullable String place,
        @Nullable LocalDate on,
        @Nullable Instant until) {

    /**
     * An emergency before what would open the record without it, so that nobody forgets that it was one.
     *
     * @param clinic {@code Organization/…} in which the doctor works
     * @param emergencyUntil until when it stays open, where it was opened in one
     */
    static Optional<WhyShown> of(
            MotherRecord record, @Nullable String clinic, @Nullable Instant emergencyUntil, LocalDate today) {
        if (emergencyUntil != null) {
            return Optional.of(new WhyShown("emergency", null, null, emergencyUntil));
        }
        return referral(record, clinic).or(() -> checkIn(record, clinic, today));
    }

    private static Optional<WhyShown> referral(MotherRecord record, @Nullable String clinic) {
        return record.referrals().stream()
                .filter(letter -> letter.open() && clinic != null && clinic.equals(letter.receiver()))
                .map(ReferralLetter::on)
                .findFirst()
                .map(on -> new WhyShown("referral", null, on, null));
    }

    /** A check-in opens a record until the end of the next day. */
    private static Optional<WhyShown> checkIn(MotherRecord record, @Nullable String clinic, LocalDate today) {
        return record.checkIns().stream()
                .filter(came -> clinic != null && clinic.equals(came.place()))
                .filter(came -> !came.at().toLocalDate().isBefore(today.minusDays(1)))
                .findFirst()
                .map(WhyShown::of);
    }

    private static WhyShown of(CheckIn came) {
        return new WhyShown("checkIn", came.placeName(), came.at().toLocalDate(), null);
    }
}
