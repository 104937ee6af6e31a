package org.ancregistry.portals.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.portals.record.Finding;
import org.ancregistry.portals.record.MotherRecord;
import org.jspecify.annotations.Nullable;

/** The page's questions, for the template. */
final class VisitQuestions {

    public List<String> getDangers() {
        return VisitFields.DANGER_SIGNS;
    }

    public List<String> getNumbers() {
        return VisitFields.NUMBERS;
    }

    public List<String> getFirst() {
        return VisitFields.NUMBERS.subList(0, 3);
    }

    /** Folded: only a raised pressure is taken again. */
    public List<String> getSecond() {
        return VisitFields.NUMBERS.subList(3, 5);
    }

    public List<String> getGivenMostly() {
        return VisitFields.GIVEN_AMOUNTS.subList(0, 4);
    }

    /** Folded, with what is answered yes or no: not asked at most visits. */
    public List<String> getGivenRarely() {
        return VisitFields.GIVEN_AMOUNTS.subList(4, 5);
    }

    public List<String> getGivenSometimes() {
        return Stream.concat(getGivenRarely().stream(), VisitFields.GIVEN.stream())
                .toList();
    }

    public List<String> getWhyNot() {
        return VisitFields.WHY_NOT;
    }

    public List<String> getUrine() {
        return VisitFields.URINE;
    }

    public List<String> getSigns() {
        return VisitFields.SIGNS;
    }

    public List<String> getBabyNumbers() {
        return VisitFields.BABY_NUMBERS;
    }

    public List<String> getBabyChoices() {
        return VisitFields.BABY_CHOICES;
    }

    public List<String> getBlood() {
        return VisitFields.BLOOD;
    }

    public List<String> getGivenAmounts() {
        return VisitFields.GIVEN_AMOUNTS;
    }

    public List<String> getGiven() {
        return VisitFields.GIVEN;
    }

    public List<String> getAdvice() {
        return VisitFields.ADVICE;
    }

    public List<String> getPlans() {
        return VisitFields.PLANS;
    }

    /** Rows for medicines in words; of more a second visit page can be added. */
    public List<Integer> getMedicineRows() {
        return List.of(0, 1, 2);
    }

    /** Doses of tetanus vaccine after the last that she was given: the day of one before it may be known to nobody. */
    public List<String> tetanusDoses(MotherRecord record) {
        var doses = VisitFields.TETANUS_DOSES;
        var given = doses.stream().filter(dose -> wasGiven(record, dose)).toList();
        return given.isEmpty() ? doses : doses.subList(doses.indexOf(given.get(given.size() - 1)) + 1, doses.size());
    }

    private static boolean wasGiven(MotherRecord record, String dose) {
        return record.latest(dose).filter(given -> !given.denied()).isPresent();
    }

    public List<String> codes(String field) {
        return VisitFields.codes(field);
    }

    /** Nothing stands behind a plain number. */
    public @Nullable String unit(String field) {
        var unit = VisitFields.unit(field);
        return unit.isEmpty() ? null : unit;
    }

    /** The day of the last value. */
    public @Nullable LocalDate lastOn(MotherRecord record, String field) {
        return record.latest(field)
                .filter(finding -> finding.number() != null)
                .map(Finding::on)
                .orElse(null);
    }

    /** The last value, to stand beside the box. */
    public @Nullable String last(MotherRecord record, String field) {
        return record.latestNumber(field)
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }
}
