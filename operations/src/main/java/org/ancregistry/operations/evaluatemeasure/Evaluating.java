package org.ancregistry.operations.evaluatemeasure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.UnitParts;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Asked;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts.Counted;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;

/** Counts an indicator for those who may know: a midwife her area, a supervisor hers, a system what its scopes allow. */
public final class Evaluating {

    static final String OPERATION = "$evaluate-measure";

    private static final Set<String> REPORTS = Set.of("summary", "population", "subject-list");
    private static final String SUBJECT_LIST = "subject-list";
    private static final int MOST = 1000;
    private static final int LONGEST_YEARS = 10;

    private final IndicatorCounts counts;
    private final UnitParts areas;
    private final Reach reach;
    private final Clock clock;

    /** @param clock in the zone in which days begin */
    public Evaluating(IndicatorCounts counts, UnitParts areas, Reach reach, Clock clock) {
        this.counts = counts;
        this.areas = areas;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * What somebody asks.
     *
     * @param indicators one, or several that are answered together
     * @param subject {@code Organization/…} of an area or a facility; absent for all that the caller may know
     * @param reportType {@code summary}, {@code population} (the same) or {@code subject-list}
     */
    record Question(
            Set<Indicator> indicators,
            LocalDate from,
            LocalDate to,
            @Nullable String subject,
            String reportType) {

        private boolean namesWomen() {
            return reportType.equals(SUBJECT_LIST);
        }
    }

    /** A report for each indicator, in their order. */
    List<MeasureReport> evaluate(Caller caller, Question question) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.SYSTEM);
        requirePossible(question);
        var seesNumbersOnly = caller.has(Role.SYSTEM) && !Callers.systemMayRead(caller);
        if (seesNumbersOnly) {
            SmallNumbers.requireWholeMonths(question.from(), question.to());
        }
        var asked = asked(caller, question);
        var small = seesNumbersOnly ? SmallNumbers.LEFT_OUT : SmallNumbers.SHOWN;
        var cells = counts.cells(question.indicators(), asked);
        return question.indicators().stream()
                .sorted()
                .map(one -> {
                    var counted = cells.getOrDefault(one, List.of());
                    var report = IndicatorReport.of(one, question, counted, small, clock.instant());
                    return question.namesWomen()
                            ? report.withSubjects(visible(caller, counts.pregnancies(one, asked, MOST + 1)))
                            : report.summary();
                })
                .toList();
    }

    private static void requirePossible(Question question) {
        if (!REPORTS.contains(question.reportType())) {
            throw Problem.PARAMETER_INVALID
                    .because("Ask for a summary or a subject-list.")
                    .at("reportType");
        }
        if (question.namesWomen() && question.indicators().size() > 1) {
            throw Problem.PARAMETER_INVALID
                    .because("Ask for the women behind one indicator at a time.")
                    .at("measure");
        }
        if (question.to().isBefore(question.from())
                || question.to().isAfter(question.from().plusYears(LONGEST_YEARS))) {
            throw Problem.PARAMETER_INVALID
                    .because("The period ends after it begins, and is at most ten years long.")
                    .at("periodEnd");
        }
    }

    /** What has not come yet is not counted: the day on which she will be 24 weeks, for instance. */
    private Asked asked(Caller caller, Question question) {
        var today = LocalDate.now(clock);
        var to = question.to().isAfter(today) ? today : question.to();
        var subject = question.subject();
        return new Asked(units(caller, subject), subject != null && areas.isFacility(subject), question.from(), to);
    }

    /** The areas or facilities that are counted; absent for the whole registry. */
    private @Nullable Set<String> units(Caller caller, @Nullable String subject) {
        if (caller.has(Role.SYSTEM)) {
            return subject == null ? null : allWithin(Set.of(subject));
        }
        var own = allWithin(caller.areas());
        if (subject == null) {
            return own;
        }
        if (!own.contains(subject) && !subject.equals(caller.facility())) {
            throw Problem.NOT_FOUND
                    .because("There is no such area or facility among yours.")
                    .at("subject");
        }
        return allWithin(Set.of(subject));
    }

    /** However deep they lie: a district has areas of medical officers, and they have those of midwives. */
    private Set<String> allWithin(Set<String> units) {
        var all = units;
        var more = areas.within(all);
        while (!all.containsAll(more)) {
            all = more;
            more = areas.within(all);
        }
        return more;
    }

    /** Only those whose records the caller may open at this moment: the numbers tell of all. */
    private List<Counted> visible(Caller caller, List<Counted> counted) {
        if (counted.size() > MOST) {
            throw Problem.PARAMETER_INVALID
                    .because("More than " + MOST + " women: ask for a shorter period or a smaller area.")
                    .at("periodEnd");
        }
        var patients = new HashSet<String>();
        counted.forEach(one -> patients.add(one.patient()));
        var reached = reach.among(caller, patients);
        return counted.stream().filter(one -> reached.contains(one.patient())).toList();
    }
}
