package org.ancregistry.domain.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the rules' table says of a rule: its numbers, where they come from and whether it is in use.
 *
 * @param id {@code R-HTN-SEVERE}
 * @param version changes with every change of its numbers
 * @param title in English, in few words
 * @param severity how grave it is when the rule says nothing else
 * @param atContact whether it looks at a contact; otherwise at the list of work to do
 * @param on whether it is in use
 * @param reason why it is off, or what awaits confirmation; may be empty
 * @param source where its numbers come from
 * @param action what to do, as a key
 * @param core whether it must be assessed before anybody may say "low risk"
 * @param thresholds its numbers by name
 */
public record RuleDefinition(
        String id,
        String version,
        String title,
        Severity severity,
        boolean atContact,
        boolean on,
        String reason,
        String source,
        String action,
        boolean core,
        Map<String, Threshold> thresholds) {

    public RuleDefinition {
        thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
        if (!on && reason.isBlank()) {
            throw new IllegalArgumentException("Rule " + id + " is off and does not say why.");
        }
        if (source.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("Rule " + id + " has no source or no version.");
        }
    }

    Threshold threshold(String name) {
        var threshold = thresholds.get(name);
        if (threshold == null) {
            throw new IllegalStateException("Rule " + id + " has no limit " + name + ".");
        }
        return threshold;
    }
}
