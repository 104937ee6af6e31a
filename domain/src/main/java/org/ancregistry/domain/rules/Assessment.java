package org.ancregistry.domain.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all rules in use say of a woman on one day.
 *
 * @param on the day of the contact
 * @param results one of each rule, gravest first
 */
public record Assessment(LocalDate on, List<RuleResult> results) {

    public Assessment {
        results = results.stream()
                .sorted(Comparator.comparing((RuleResult result) -> !result.met())
                        .thenComparing(RuleResult::severity))
                .toList();
    }

    /** The rules that are met, gravest first. */
    public List<RuleResult> met() {
        return results.stream().filter(RuleResult::met).toList();
    }

    /** The rules that could not be decided because something is not known. */
    public List<RuleResult> notAssessed() {
        return results.stream().filter(RuleResult::notAssessed).toList();
    }

    /** The met rules for which she is sent on at once. */
    public List<RuleResult> urgent() {
        return met().stream()
                .filter(result -> result.severity() == Severity.URGENT)
                .toList();
    }

    /** G-RISK: the worst rule grades the pregnancy. "Low" needs danger signs and blood pressure to be known. */
    public RiskGrade grade() {
        return met().stream()
                .flatMap(result -> RiskGrade.of(result.severity()).stream())
                .max(Comparator.naturalOrder())
                .orElseGet(this::gradeWithoutRisk);
    }

    private RiskGrade gradeWithoutRisk() {
        return notAssessed().stream().anyMatch(result -> result.rule().core()) ? RiskGrade.NOT_ASSESSED : RiskGrade.LOW;
    }

    /** What that rule says, if it is in use. */
    public Optional<RuleResult> of(String rule) {
        return results.stream().filter(result -> result.id().equals(rule)).findFirst();
    }
}
