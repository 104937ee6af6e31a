package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clinical rules said at her newest contact, and what is urgent and still open.
 *
 * @param assessment {@code RiskAssessment/…}
 * @param grade what counts: {@code low}, {@code moderate}, {@code high}, {@code urgent} or {@code not-assessed}
 * @param computed what the rules found
 * @param reasons the rules that are met, gravest first
 * @param notAssessed ids of rules for which something is not known
 * @param given what a clinician decided last, where one did
 * @param open ids of urgent rules about which nobody has done anything yet
 */
public record Risk(
        String assessment,
        @Nullable LocalDate on,
        String grade,
        String computed,
        List<Reason> reasons,
        List<String> notAssessed,
        @Nullable Given given,
        List<String> open) {

    public Risk {
        reasons = withoutWaiting(reasons);
        notAssessed = List.copyOf(notAssessed);
        open = List.copyOf(open);
    }

    /**
     * A rule that is met.
     *
     * @param grade absent for what does not grade the risk: something to do, or to know
     */
    public record Reason(
            String rule, String version, @Nullable String grade) {}

    /** A clinician's decision about the grade. */
    public record Given(
            String grade,
            @Nullable String reason,
            @Nullable String by,
            @Nullable LocalDate on) {}

    /** What was urgent and stands in no reason that grades the risk. */
    public List<String> openBesides() {
        return open.stream()
                .filter(rule ->
                        graded().stream().noneMatch(reason -> reason.rule().equals(rule)))
                .toList();
    }

    /** Whoever must be called about at once is not measured again after a rest. */
    private static List<Reason> withoutWaiting(List<Reason> met) {
        var severe = met.stream().anyMatch(reason -> reason.rule().equals("R-BP-SEVERE-1"));
        return met.stream()
                .filter(reason -> !severe || !reason.rule().equals("R-BP-REPEAT"))
                .toList();
    }

    /** Reasons that grade the risk. */
    public List<Reason> graded() {
        return reasons.stream().filter(reason -> reason.grade() != null).toList();
    }

    /** What is to be done or known without grading the risk. */
    public List<Reason> prompts() {
        return reasons.stream().filter(reason -> reason.grade() == null).toList();
    }
}
