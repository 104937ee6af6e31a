package org.ancregistry.portals.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.portals.record.OutOfRange.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The newest of each value that a woman reads about herself, with what it means in a sentence. What is high or low is what
 * her charts draw a line at.
 */
public final class PlainValues {

    private static final String RH_POSITIVE = "ANC.B9.DE30";
    private static final String RH_NEGATIVE = "ANC.B9.DE31";

    private PlainValues() {}

    public static List<PlainValue> of(MotherRecord record, Limits limits) {
        var range = OutOfRange.asChartsDraw(limits);
        return Stream.of(
                        bloodPressure(record, range),
                        value(record, "weight", latest -> "weight"),
                        value(record, "haemoglobin", latest -> haemoglobin(latest, range.mark(latest, record))),
                        value(record, "blood_group", latest -> "blood_group"),
                        value(record, "rh", PlainValues::rh))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PlainValue> value(
            MotherRecord record, String name, Function<Finding, @Nullable String> meaning) {
        return record.latest(name)
                .filter(latest -> latest.number() != null || latest.answerCode() != null)
                .map(latest -> new PlainValue(
                        name,
                        latest.number() == null
                                ? null
                                : latest.numberText() + " " + latest.field().shownUnit(),
                        latest.number() == null ? latest.answerCode() : null,
                        latest.on(),
                        meaning.apply(latest)));
    }

    /** Where it was measured twice at a contact, the second counts: the first is often high of haste. */
    private static Optional<PlainValue> bloodPressure(MotherRecord record, OutOfRange range) {
        return record.validVisits().stream()
                .flatMap(visit -> Stream.of(pair(visit, "repeat_", range), pair(visit, "", range)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PlainValue> pair(Visit visit, String which, OutOfRange range) {
        var systolic = visit.finding(which + "systolic").filter(finding -> finding.number() != null);
        var diastolic = visit.finding(which + "diastolic").filter(finding -> finding.number() != null);
        return systolic.flatMap(upper -> diastolic.map(lower -> new PlainValue(
                "bp",
                upper.numberText() + "/" + lower.numberText() + " "
                        + upper.field().shownUnit(),
                null,
                visit.start().toLocalDate(),
                "bp." + word(range.pressure(upper.number(), lower.number())))));
    }

    private static @Nullable String haemoglobin(Finding latest, @Nullable Mark mark) {
        return latest.number() == null ? null : "haemoglobin." + word(mark);
    }

    private static String word(@Nullable Mark mark) {
        return mark == null ? "usual" : mark.word();
    }

    private static @Nullable String rh(Finding latest) {
        if (RH_NEGATIVE.equals(latest.answerCode())) {
            return "rh.negative";
        }
        return RH_POSITIVE.equals(latest.answerCode()) ? "rh.positive" : null;
    }
}
