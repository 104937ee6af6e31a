package org.ancregistry.portals.record;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.FieldKind;
import org.ancregistry.portals.record.VisitPart.Value;

/**
 * Sorts what was found at a contact into the parts of its page.
 *
 * @param shown names of the findings that the reader is shown, in that order; blood pressure is always shown
 * @param pregnancy whose weeks say what is low then
 */
record VisitParts(List<String> shown, OutOfRange range, Optional<Pregnancy> pregnancy) {

    private static final Set<String> ADVICE = Set.copyOf(PlainFindings.ADVICE);
    private static final Set<String> GIVEN = Set.of("Immunisation", "Supplements and treatment");

    VisitPart of(Visit visit) {
        var told = visit.findings().stream()
                .filter(finding -> shown.contains(finding.name()))
                .sorted(comparing(finding -> shown.indexOf(finding.name())))
                .toList();
        var pressures = Stream.of("", "repeat_").flatMap(which -> pressures(visit, which));
        return new VisitPart(
                visit,
                Stream.concat(
                                pressures,
                                told.stream().filter(VisitParts::isValue).map(this::value))
                        .toList(),
                told.stream().filter(VisitParts::isDanger).toList(),
                told.stream()
                        .filter(finding -> isGiven(finding) && !isTold(visit, finding))
                        .toList(),
                told.stream().filter(VisitParts::isAdvice).toList(),
                visit.findings().stream().filter(this::isUntold).count());
    }

    /** Two numbers of one reading belong together; a number without its other one stands for itself. */
    private Stream<Value> pressures(Visit visit, String which) {
        var upper = named(visit, which + "systolic");
        var lower = named(visit, which + "diastolic");
        var whole = Stream.concat(upper.stream(), lower.stream()).allMatch(finding -> finding.number() != null);
        if (!whole || upper.size() != lower.size()) {
            return Stream.concat(upper.stream(), lower.stream()).map(this::value);
        }
        return IntStream.range(0, upper.size())
                .mapToObj(reading ->
                        pressure(which.isEmpty() ? "bp" : "bp.repeat", upper.get(reading), lower.get(reading)));
    }

    private static List<Finding> named(Visit visit, String name) {
        return visit.findings().stream().filter(finding -> finding.is(name)).toList();
    }

    private Value pressure(String name, Finding upper, Finding lower) {
        return new Value(
                name,
                upper.numberText() + "/" + lower.numberText(),
                null,
                range.pressure(upper.number(), lower.number()));
    }

    private Value value(Finding finding) {
        return new Value(
                finding.name(), null, finding, range.of(finding, pregnancy).orElse(null));
    }

    private static boolean isPressure(Finding finding) {
        return finding.name().endsWith("systolic") || finding.name().endsWith("diastolic");
    }

    private static boolean isValue(Finding finding) {
        return !isPressure(finding) && !isDanger(finding) && !isGiven(finding) && !isAdvice(finding);
    }

    private static boolean isDanger(Finding finding) {
        return finding.field().kind() == FieldKind.DANGER_SIGN;
    }

    private static boolean isAdvice(Finding finding) {
        return ADVICE.contains(finding.name());
    }

    private static boolean isGiven(Finding finding) {
        return GIVEN.contains(finding.field().group()) && !isAdvice(finding);
    }

    /** Whether a medicine or vaccine of the contact tells it with its dose. */
    private static boolean isTold(Visit visit, Finding finding) {
        var key = "finding." + finding.name();
        return Stream.concat(visit.medicines().stream(), visit.vaccines().stream())
                .anyMatch(one -> key.equals(one.key()));
    }

    private boolean isUntold(Finding finding) {
        return finding.field().atVisit()
                && !finding.field().isPrivate()
                && finding.field().kind().answered()
                && !isPressure(finding)
                && !shown.contains(finding.name());
    }
}
