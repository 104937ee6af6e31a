package org.ancregistry.domain.rules;

import java.util.List;
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
        var severity = level == null || level.severity() == null ? definition.severity() : level.severity();
        var action = level == null || level.action() == null ? definition.action() : level.action();
        return new RuleResult(
                definition, outcome, severity, action, List.copyOf(verdict.facts()), List.copyOf(verdict.missing()));
    }
}
