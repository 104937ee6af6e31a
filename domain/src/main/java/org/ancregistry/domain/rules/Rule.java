package org.ancregistry.domain.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A named rule: its numbers from the table, its reasoning in code. */
record Rule(RuleDefinition definition, Logic logic) {

    RuleResult assess(CaseFacts facts) {
        var now = new Situation(facts, definition);
        var about = logic.about().in(now);
        if (about.no()) {
            return result(Outcome.NOT_APPLICABLE, null, about);
        }
        var sofar = Verdict.of(false);
        for (var level : logic.levels()) {
            var verdict = about.and(level.condition().in(now));
            if (verdict.yes()) {
                return result(Outcome.MET, level, verdict);
            }
            sofar = sofar.or(verdict);
        }
        return result(sofar.no() ? Outcome.NOT_MET : Outcome.NOT_ASSESSED, null, sofar);
    }

    private RuleResult result(Outcome outcome, @Nullable Level level, Verdict verdict) {
        return new RuleResult(
                definition,
                outcome,
                severity(level),
                action(level),
                List.copyOf(verdict.facts()),
                List.copyOf(verdict.missing()));
    }

    /** What to do when it is met at that grade; of several such grades the gravest speaks. */
    String actionAt(Optional<RiskGrade> grade) {
        return logic.levels().stream()
                .filter(level -> RiskGrade.of(severity(level)).equals(grade))
                .map(this::action)
                .findFirst()
                .orElse(definition.action());
    }

    private Severity severity(@Nullable Level level) {
        return level == null || level.severity() == null ? definition.severity() : level.severity();
    }

    private String action(@Nullable Level level) {
        return level == null || level.action() == null ? definition.action() : level.action();
    }
}
