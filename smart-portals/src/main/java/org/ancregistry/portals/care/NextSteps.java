package org.ancregistry.portals.care;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.Risk;
import org.jspecify.annotations.Nullable;

/** What the rules that she meets ask to be done: the key of the words by the rule's id. */
final class NextSteps {

    private NextSteps() {}

    static Map<String, String> of(Risk risk, RuleBook rules) {
        var steps = new HashMap<String, String>();
        risk.open().forEach(rule -> add(steps, rule, rules.action(rule, Optional.of(RiskGrade.URGENT))));
        risk.reasons().forEach(reason -> add(steps, reason.rule(), rules.action(reason.rule(), grade(reason.grade()))));
        return Map.copyOf(steps);
    }

    private static Optional<RiskGrade> grade(@Nullable String grade) {
        return grade == null ? Optional.empty() : RiskGrade.ofCode("risk-grade-" + grade);
    }

    private static void add(Map<String, String> steps, String rule, Optional<String> action) {
        action.ifPresent(step -> steps.putIfAbsent(rule, step));
    }
}
