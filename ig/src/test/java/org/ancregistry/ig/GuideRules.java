package org.ancregistry.ig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** Every rule that the guide's profiles and extensions add to FHIR, as their differentials say it. */
final class GuideRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GuideRules() {}

    /** What a rule is about. */
    enum Kind {
        INVARIANT,
        REQUIRED,
        FORBIDDEN,
        BOUND,
        FIXED,
        TYPED,
        REFERS
    }

    /**
     * One rule.
     *
     * @param profile its address
     * @param base the resource type, or {@code Extension}
     * @param element the id of the element in the differential
     * @param detail the key of an invariant, or what else tells it apart
     * @param definition the element of the differential
     */
    record Rule(String profile, String base, String element, Kind kind, String detail, JsonNode definition) {

        @Override
        public String toString() {
            return profile.substring(profile.lastIndexOf('/') + 1) + " " + element + " " + kind + " " + detail;
        }
    }

    static List<Rule> all() throws IOException {
        return definitions().flatMap(GuideRules::of).toList();
    }

    private static Stream<Rule> of(JsonNode profile) {
        return stream(profile.at("/differential/element")).flatMap(element -> of(profile, element));
    }

    private static Stream<Rule> of(JsonNode profile, JsonNode element) {
        var invariants = stream(element.path("constraint"))
                .filter(constraint -> constraint.path("key").asText().startsWith("anc-"))
                .map(constraint -> rule(
                        profile, element, Kind.INVARIANT, constraint.path("key").asText()));
        return Stream.concat(
                invariants,
                Stream.of(Kind.values())
                        .flatMap(kind ->
                                detail(kind, element).map(detail -> rule(profile, element, kind, detail)).stream()));
    }

    private static Optional<String> detail(Kind kind, JsonNode element) {
        return switch (kind) {
            case INVARIANT -> Optional.empty();
            case REQUIRED -> element.path("min").asInt() > 0 ? Optional.of("min") : Optional.empty();
            case FORBIDDEN -> element.path("max").asText().equals("0") ? Optional.of("max") : Optional.empty();
            case BOUND ->
                element.at("/binding/strength").asText().equals("required")
                        ? Optional.of(element.at("/binding/valueSet").asText())
                        : Optional.empty();
            case FIXED -> fixed(element);
            case TYPED ->
                element.path("id").asText().endsWith("[x]")
                                && element.path("type").size() == 1
                        ? Optional.of(element.at("/type/0/code").asText())
                        : Optional.empty();
            case REFERS ->
                element.at("/type/0/targetProfile").isMissingNode()
                        ? Optional.empty()
                        : Optional.of(element.at("/type/0/targetProfile/0").asText());
        };
    }

    private static Optional<String> fixed(JsonNode element) {
        return StreamSupport.stream(((Iterable<String>) element::fieldNames).spliterator(), false)
                .filter(name -> name.matches("(fixed|pattern)[A-Z].*"))
                .findFirst();
    }

    private static Rule rule(JsonNode profile, JsonNode element, Kind kind, String detail) {
        return new Rule(
                profile.path("url").asText(),
                profile.path("type").asText(),
                element.path("id").asText(),
                kind,
                detail,
                element);
    }

    private static Stream<JsonNode> definitions() throws IOException {
        var guide = guide();
        return guide.list("package").stream()
                .filter(name -> name.startsWith("StructureDefinition-"))
                .sorted()
                .map(name -> read(guide, "package", name));
    }

    /** The examples that keep to a profile, or hold an extension. */
    static List<JsonNode> examples(Rule rule) throws IOException {
        var guide = guide();
        return guide.list("example").stream()
                .sorted()
                .map(name -> read(guide, "example", name))
                .filter(example -> rule.base().equals("Extension")
                        ? !example.path("resourceType").asText().equals("Bundle")
                                && example.toString().contains('"' + rule.profile() + '"')
                        : stream(example.at("/meta/profile"))
                                .anyMatch(profile -> profile.asText().equals(rule.profile())))
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(NpmPackage guide, String folder, String name) {
        try (var content = guide.load(folder, name)) {
            return JSON.readTree(content);
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }

    private static NpmPackage guide() throws IOException {
        return NpmPackage.fromPackage(
                Objects.requireNonNull(GuideRules.class.getResourceAsStream("/anc-ig.tgz"), "the guide's package"));
    }
}
