package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples on the guide's pages are FHIR, and say what the operations' definitions say. */
class PagesTest {
    private static final FhirContext FHIR = TheGuide.FHIR;
    private static final Path OPERATIONS = Path.of("input/pagecontent/operations.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json [a-z-]+\\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsOnlyValidFhir() throws IOException {
        var guide = TheGuide.VALIDATOR;
        assertThat(examplesIn(Files.readString(OPERATIONS)))
                .hasSizeGreaterThan(10)
                .allSatisfy(example -> assertThat(guide.problems(example)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "$issue-phn, anc-issue-phn",
        "$match-phn, anc-match-phn",
        "$register-anc, anc-register-anc",
        "$record-anc-visit, anc-record-anc-visit",
        "$arrange-appointment, anc-arrange-appointment",
        "$update-contact, anc-update-contact",
        "$check-in, anc-check-in",
        "$find-woman, anc-find-woman",
        "$anc-work-list, anc-work-list",
    })
    void usesTheParametersOfTheDefinition(String operation, String id) throws IOException {
        var definition = definition(id);
        var shown = examplesIn(section(operation)).stream()
                .filter(Parameters.class::isInstance)
                .map(Parameters.class::cast)
                .toList();
        assertThat(shown).hasSize(2);
        keepsTo(
                definition.getParameter(),
                OperationParameterUse.IN,
                shown.get(0).getParameter());
        keepsTo(
                definition.getParameter(),
                OperationParameterUse.OUT,
                shown.get(1).getParameter());
    }

    private static void keepsTo(
            List<OperationDefinitionParameterComponent> defined,
            OperationParameterUse use,
            List<ParametersParameterComponent> shown) {
        var allowed =
                defined.stream().filter(parameter -> parameter.getUse() == use).toList();
        assertThat(allowed)
                .extracting(OperationDefinitionParameterComponent::getName)
                .containsAll(shown.stream()
                        .map(ParametersParameterComponent::getName)
                        .toList());
        for (var parameter : allowed) {
            var given = shown.stream()
                    .filter(one -> one.getName().equals(parameter.getName()))
                    .toList();
            assertThat(given).as(parameter.getName()).hasSizeGreaterThanOrEqualTo(parameter.getMin());
            given.forEach(one -> keepsTo(parameter.getPart(), use, one.getPart()));
        }
    }

    private static List<IBaseResource> examplesIn(String text) {
        return EXAMPLE.matcher(text).results().map(PagesTest::parse).toList();
    }

    private static IBaseResource parse(MatchResult example) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(example.group(1));
    }

    private static String section(String operation) throws IOException {
        return Stream.of(Files.readString(OPERATIONS).split("\n### "))
                .filter(section -> section.lines().findFirst().orElseThrow().contains(operation))
                .findFirst()
                .orElseThrow();
    }

    private static OperationDefinition definition(String id) throws IOException {
        var guide = NpmPackage.fromPackage(
                Objects.requireNonNull(PagesTest.class.getResourceAsStream("/anc-ig.tgz"), "the guide's package"));
        try (var content = guide.load("package", "OperationDefinition-" + id + ".json")) {
            return FHIR.newJsonParser().parseResource(OperationDefinition.class, content);
        }
    }
}
