package org.ancregistry.domain.rules;

import java.util.List;

/**
 * What one rule says of one woman, and on what grounds.
 *
 * @param rule the rule with its version, source and numbers
 * @param outcome met, not met, not assessed, not applicable
 * @param severity how grave it is if it is met
 * @param action what to do then, as a key
 * @param facts what it looked at, with units and days
 * @param missing the dictionary fields that it would have needed; of a rule about things to do, those to do
 */
public record RuleResult(
        RuleDefinition rule,
        Outcome outcome,
        Severity severity,
        String action,
        List<Fact> facts,
        List<String> missing) {

    public RuleResult {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
    }

    public String id() {
        return rule.id();
    }

    public boolean met() {
        return outcome == Outcome.MET;
    }

    public boolean notAssessed() {
        return outcome == Outcome.NOT_ASSESSED;
    }
}
