package org.ancregistry.portals.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a drawing's style sheet has a text look.
 *
 * @param size of its letters
 * @param beforeItsPlace how much of the line stands before its place: none, half or all of it
 * @param edged whether it has a white edge, since other lines run behind it
 */
record LetterLook(float size, boolean bold, double beforeItsPlace, boolean edged) {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("([a-z-]+):([^;]+)");
    private static final Map<String, Double> BEFORE = Map.of("middle", 0.5, "end", 1.0);

    /** @param classes of the text, apart by blanks */
    static LetterLook of(String classes) {
        var names = List.of(classes.strip().split("\\s+", -1));
        var declared = new HashMap<String, String>();
        RULE.matcher(Drawing.STYLE)
                .results()
                .filter(rule -> isMeant(rule.group(1), names))
                .flatMap(rule -> DECLARATION.matcher(rule.group(2)).results())
                .forEach(declaration -> declared.put(declaration.group(1), declaration.group(2)));
        return new LetterLook(
                Float.parseFloat(declared.getOrDefault("font-size", "12px").replace("px", "")),
                declared.containsKey("font-weight"),
                BEFORE.getOrDefault(declared.getOrDefault("text-anchor", "start"), 0.0),
                names.contains("rule-label"));
    }

    private static boolean isMeant(String selectors, List<String> names) {
        return List.of(selectors.split(",", -1)).stream()
                .map(String::strip)
                .anyMatch(selector -> selector.equals("text") || names.contains(selector.substring(1)));
    }
}
