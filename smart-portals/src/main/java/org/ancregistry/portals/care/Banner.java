package org.ancregistry.portals.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ancregistry.portals.record.DueDate;
import org.ancregistry.portals.record.Finding;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.jspecify.annotations.Nullable;

/**
 * The line under a page's header that says whose record it is and what nobody may overlook.
 *
 * @param age completed years
 * @param weeks {@code 31+4}
 * @param edd expected date of delivery
 * @param eddSource code of what that date rests on, for the page's words
 * @param gravidaParity {@code G2 P1}
 * @param bloodGroup code of the answer, for the page's words
 * @param rh code of the answer
 */
record Banner(
        @Nullable Integer age,
        @Nullable String weeks,
        @Nullable LocalDate edd,
        @Nullable String eddSource,
        @Nullable String gravidaParity,
        @Nullable String bloodGroup,
        @Nullable String rh) {

    static Banner of(MotherRecord record, LocalDate today) {
        return new Banner(
                record.woman().ageOn(today).orElse(null),
                record.pregnancy()
                        .flatMap(pregnancy -> pregnancy.weeksOn(today))
                        .orElse(null),
                record.pregnancy().map(Pregnancy::edd).orElse(null),
                DueDate.of(record).map(DueDate::source).orElse(null),
                gravidaParity(record),
                record.latest("blood_group").map(Finding::answerCode).orElse(null),
                record.latest("rh").map(Finding::answerCode).orElse(null));
    }

    private static @Nullable String gravidaParity(MotherRecord record) {
        var gravida = record.latestNumber("gravida").map(BigDecimal::toPlainString);
        var parity = record.latestNumber("parity").map(BigDecimal::toPlainString);
        return gravida.map(g -> "G" + g + parity.map(p -> " P" + p).orElse("")).orElse(null);
    }
}
