package org.ancregistry.ig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ancregistry.ig.GuideRules.Rule;

/** A valid example with one thing changed, so that it breaks one rule. */
final class Spoiled {

    /** Another choice of FHIR's for an element whose values are a closed list of FHIR's own. */
    private static final Map<String, String> OTHER_CODE = Map.of(
            "intent", "proposal",
            "use", "usual",
            "status", "preliminary",
            "priority", "asap",
            "type", "searchset");

    private final Rule rule;
    private final JsonNode example;

    private Spoiled(Rule rule, JsonNode example) {
        this.rule = rule;
        this.example = example.deepCopy();
    }

    /** The example as it breaks the rule; empty when it has not got what the rule is about. */
    static Optional<JsonNode> of(Rule rule, JsonNode example) {
        var spoiled = new Spoiled(rule, example);
        return spoiled.isChanged() ? Optional.of(spoiled.example) : Optional.empty();
    }

    private boolean isChanged() {
        var steps = List.of(rule.element().split("\\.", -1));
        var parents = roots();
        for (var step : steps.subList(1, steps.size() - 1)) {
            parents = parents.stream().flatMap(parent -> children(parent, step)).toList();
        }
        var last = steps.get(steps.size() - 1);
        return parents.stream()
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast)
                        .filter(parent -> change(parent, last))
                        .count()
                > 0;
    }

    private List<JsonNode> roots() {
        if (!rule.base().equals("Extension")) {
            return List.of(example);
        }
        return example.findParents("url").stream()
                .filter(node -> node.path("url").asText().equals(rule.profile()))
                .toList();
    }

    private static Stream<JsonNode> children(JsonNode parent, String step) {
        return keys(parent, step)
                .map(key -> parent.path(key))
                .flatMap(child -> child.isArray() ? GuideRules.stream(child) : Stream.of(child))
                .filter(child -> isOfSlice(child, step));
    }

    /** The JSON names of an element: a choice has its type in its name, a primitive's extensions an underscore. */
    private static Stream<String> keys(JsonNode parent, String step) {
        var name = step.replaceAll(":.*", "");
        var choice = name.endsWith("[x]") ? name.substring(0, name.length() - 3) : null;
        return names(parent)
                .filter(key ->
                        choice == null ? key.equals(name) || key.equals("_" + name) : key.matches(choice + "[A-Z]\\w*"))
                .toList()
                .stream();
    }

    private static Stream<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false);
    }

    /** Slices of extensions are named like the extension or by its address; others are not told apart. */
    private static boolean isOfSlice(JsonNode child, String step) {
        return !step.startsWith("extension:")
                || child.path("url").asText().equals(step.substring("extension:".length()))
                || child.path("url").asText().endsWith("/" + kebab(step.substring("extension:".length())))
                || child.path("url").asText().contains(kebab(step.substring("extension:".length())));
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private boolean change(ObjectNode parent, String step) {
        return switch (rule.kind()) {
            case INVARIANT -> false;
            case REQUIRED -> removed(parent, step);
            case FORBIDDEN -> added(parent, step);
            case BOUND, FIXED -> replaced(parent, step);
            case TYPED -> retyped(parent, step);
            case REFERS -> redirected(parent, step);
        };
    }

    private static boolean added(ObjectNode parent, String step) {
        if (step.equals("extension")) {
            parent.putArray(step)
                    .addObject()
                    .put("url", "https://example.org/other")
                    .put("valueString", "something");
        } else if (step.equals("performer")) {
            parent.putArray(step).addObject().put("reference", "Organization/base-hospital");
        } else {
            parent.put(step.replace("[x]", "String"), "Somebody");
        }
        return true;
    }

    private static boolean removed(ObjectNode parent, String step) {
        var keys = new ArrayList<String>();
        for (var key : keys(parent, step).toList()) {
            if (parent.get(key) instanceof ArrayNode array && step.contains(":")) {
                var kept = GuideRules.stream(array)
                        .filter(child -> !isOfSlice(child, step))
                        .toList();
                if (kept.size() < array.size()) {
                    array.removeAll().addAll(kept);
                    keys.add(key);
                }
                if (kept.isEmpty()) {
                    parent.remove(key);
                }
            } else {
                parent.remove(key);
                keys.add(key);
            }
        }
        return !keys.isEmpty();
    }

    private static boolean replaced(ObjectNode parent, String step) {
        var keys = keys(parent, step).filter(key -> !key.startsWith("_")).toList();
        keys.forEach(key -> parent.set(key, other(key, parent.get(key))));
        return !keys.isEmpty();
    }

    private static JsonNode other(String key, JsonNode value) {
        if (value.isArray()) {
            var array = ((ArrayNode) value).arrayNode();
            return array.add(other(key, value.get(0)));
        }
        if (value.isTextual()) {
            return new TextNode(OTHER_CODE.getOrDefault(key, "nonsense"));
        }
        var node = ((ObjectNode) value).objectNode();
        if (value.has("coding")) {
            node.putArray("coding")
                    .addObject()
                    .put("system", "https://example.org/other")
                    .put("code", "nonsense");
            return node;
        }
        return node.put("system", "https://example.org/other").put("code", "nonsense");
    }

    private static boolean retyped(ObjectNode parent, String step) {
        var keys = keys(parent, step).toList();
        for (var key : keys) {
            var name = step.substring(0, step.length() - 3);
            parent.remove(key);
            switch (name) {
                case "effective", "occurrence", "scheduled" -> retypedTime(parent, name, key);
                case "medication" -> parent.putObject("medicationReference").put("reference", "Medication/1");
                case "doseNumber" -> parent.put("doseNumberString", "first");
                default -> retypedValue(parent, name, key);
            }
        }
        return !keys.isEmpty();
    }

    private static void retypedTime(ObjectNode parent, String name, String key) {
        if (key.endsWith("Period") || parent.has("vaccineCode")) {
            parent.put(name + "String", "some day");
        } else {
            parent.putObject(name + "Period").put("start", "2026-11-02");
        }
    }

    private static void retypedValue(ObjectNode parent, String name, String key) {
        if (key.endsWith("String")) {
            parent.put(name + "Boolean", true);
        } else {
            parent.put(name + "String", "something");
        }
    }

    private static boolean redirected(ObjectNode parent, String step) {
        var references = children(parent, step)
                .filter(child -> child.has("reference"))
                .map(ObjectNode.class::cast)
                .toList();
        references.forEach(reference -> reference.put("reference", "Device/1"));
        return !references.isEmpty();
    }
}
