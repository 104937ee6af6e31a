package org.ancregistry.server.proofs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Two answers as they are compared: without what the registry chooses itself. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT);
    private static final Pattern TIME = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d)T.*");
    private static final Pattern REFERENCE =
            Pattern.compile("\\b(Patient|EpisodeOfCare|Encounter|ServiceRequest|RiskAssessment"
                    + "|Appointment|CarePlan|Task|Practitioner|Organization)/\\w+");

    private Json() {}

    static String comparable(String json) throws JsonProcessingException {
        var tree = MAPPER.readTree(json);
        forget(tree);
        return MAPPER.writeValueAsString(MAPPER.treeToValue(tree, Map.class));
    }

    /** What stands in {@code element} of the parameter {@code name}'s value. */
    static String at(String json, String name, String element) throws JsonProcessingException {
        for (var parameter : MAPPER.readTree(json).required("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.findValue(element).asText();
            }
        }
        throw new AssertionError("No " + name + " in " + json);
    }

    /** The reference of the first resource of that type in a Bundle. */
    static String first(String json, String type) throws JsonProcessingException {
        for (var entry : MAPPER.readTree(json).required("entry")) {
            var resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals(type)) {
                return type + "/" + resource.path("id").asText();
            }
        }
        throw new AssertionError("No " + type + " in " + json);
    }

    /** The page leaves them out and says so. */
    private static void leaveOutWhatIsNotMet(ArrayNode parameters) {
        for (var all = parameters.elements(); all.hasNext(); ) {
            var parameter = all.next();
            if (parameter.path("name").asText().equals("assessment")
                    && !parameter.path("part").findValuesAsText("valueCode").contains("met")) {
                all.remove();
            }
        }
    }

    private static void forget(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            if (object.path("system").asText().endsWith("/id/phn")) {
                object.put("value", "chosen by the registry");
            }
            if (object.path("name").asText().equals("phn-end")) {
                object.put("valueString", "chosen by the registry");
            }
            if (object.has("resourceType") && object.has("id")) {
                object.put("id", "chosen by the registry");
            }
            object.remove("lastUpdated");
            if (object.path("resourceType").asText().equals("MeasureReport")) {
                object.put("date", "now");
            }
            if (object.get("parameter") instanceof ArrayNode parameters) {
                leaveOutWhatIsNotMet(parameters);
            }
            object.properties().forEach(field -> {
                if (field.getValue() instanceof TextNode text) {
                    field.setValue(TextNode.valueOf(REFERENCE
                            .matcher(TIME.matcher(text.asText()).replaceFirst("$1"))
                            .replaceAll("$1/chosen by the registry")));
                }
            });
        }
        tree.forEach(Json::forget);
    }
}
