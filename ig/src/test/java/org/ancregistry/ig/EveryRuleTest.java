package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.ig.GuideRules.Kind;
import org.ancregistry.ig.GuideRules.Rule;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule of the guide is only words: what breaks it is refused, and for that reason. */
class EveryRuleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("invariants")
    void anInvariantHasAResourceThatBreaksItAlone(String key) throws IOException {
        assertThat(reasons()).contains("," + key + ",");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void anExampleThatIsSpoiledIsRefused(Rule rule) throws IOException {
        var spoiled = GuideRules.examples(rule).stream()
                .flatMap(example -> Spoiled.of(rule, example).stream())
                .findFirst();
        assertThat(spoiled).as("an example that has " + rule.element()).isPresent();
        assertThat(TheGuide.VALIDATOR.problems(parse(spoiled.orElseThrow())))
                .as("%s", rule)
                .anySatisfy(problem -> assertThat(problem).containsPattern(told(rule)));
    }

    /** Those that are made from the dictionary are tried field by field in {@link DictionaryRulesTest}. */
    static Stream<String> invariants() throws IOException {
        return GuideRules.all().stream()
                .filter(rule -> rule.kind() == Kind.INVARIANT)
                .map(Rule::detail)
                .filter(key -> !key.matches("anc-(unit|value|limit)-.*"))
                .distinct();
    }

    static Stream<Rule> others() throws IOException {
        return GuideRules.all().stream().filter(rule -> rule.kind() != Kind.INVARIANT && !isOfFhir(rule));
    }

    /**
     * What SUSHI writes into every extension and what FHIR's own reader looks after: an extension without a value, or with
     * a value and parts, does not survive reading; a slice that has lost what it is told by is no longer that slice; any
     * resource is any resource.
     */
    private static boolean isOfFhir(Rule rule) {
        var extension = rule.base().equals("Extension");
        return (extension
                        && rule.element().matches("Extension\\.(value\\[x]|extension)")
                        && rule.kind() == Kind.REQUIRED)
                || (extension && rule.kind() == Kind.FORBIDDEN)
                || (extension && rule.element().endsWith(".url"))
                || rule.detail().endsWith("/StructureDefinition/Resource")
                || rule.element().matches("\\w+\\.identifier:\\w+\\.system");
    }

    /** What the refusal says; a part that is left without content is lost on reading, and then the whole is missed. */
    private static Pattern told(Rule rule) {
        var steps = rule.element().split("\\.", -1);
        var last = steps[steps.length - 1];
        var refusal =
                switch (rule.kind()) {
                    case REQUIRED ->
                        last.contains(":")
                                ? Pattern.quote("'" + rule.element() + "'") + ".* is required"
                                : "(" + Pattern.quote(last) + "|"
                                        + String.join("|", Arrays.copyOf(steps, steps.length - 1))
                                        + "): minimum required";
                    case FORBIDDEN -> Pattern.quote(last) + ": max allowed = 0";
                    case BOUND -> Pattern.quote(rule.detail());
                    case FIXED -> "(is fixed to|The pattern)";
                    case TYPED -> "(not allowed|is not valid|type|minimum required|Unrecognized|max allowed)";
                    case REFERS -> "Refer to ";
                    case INVARIANT -> Pattern.quote(rule.detail());
                };
        return Pattern.compile(refusal);
    }

    private static IBaseResource parse(JsonNode resource) {
        return TheGuide.FHIR.newJsonParser().parseResource(resource.toString());
    }

    private static String reasons() throws IOException {
        try (var reasons = Objects.requireNonNull(EveryRuleTest.class.getResourceAsStream("/refused/reasons.csv"))) {
            return new String(reasons.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
