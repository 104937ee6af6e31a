package org.ancregistry.domain.rules;

import java.math.BigDecimal;

/**
 * A woman as a rule sees her.
 *
 * @param facts what is known of her
 * @param rule the rule's own numbers
 */
record Situation(CaseFacts facts, RuleDefinition rule) {

    BigDecimal limit(String threshold) {
        return rule.threshold(threshold).value();
    }

    int whole(String threshold) {
        return limit(threshold).intValueExact();
    }
}
