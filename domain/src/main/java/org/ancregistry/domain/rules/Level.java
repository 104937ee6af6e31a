package org.ancregistry.domain.rules;

import org.jspecify.annotations.Nullable;

/**
 * One grade of a rule.
 *
 * @param severity how grave this grade is; as the rules' table says when it is absent
 * @param condition when it is met
 * @param action what to do; as the rules' table says when it is absent
 */
record Level(
        @Nullable Severity severity,
        Condition condition,
        @Nullable String action) {}
