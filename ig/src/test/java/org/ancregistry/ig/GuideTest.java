package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final GuideValidator GUIDE = new GuideValidator(FHIR);

    @ParameterizedTest
    @MethodSource("examples")
    void itsOwnExamplesAreValid(String name, IBaseResource example) {
        assertThat(GUIDE.problems(example)).as(name).isEmpty();
    }

    static Stream<Object[]> examples() throws IOException {
        var guide = NpmPackage.fromPackage(resource("/anc-ig.tgz"));
        var examples = guide.list("example");
        assertThat(examples).hasSizeGreaterThan(9);
        return examples.stream().map(name -> new Object[] {name, example(guide, name)});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "Patient-phn-with-hyphen.json | identifier[0].value | anc-phn-shape")
    void refusesWhatTheGuideForbids(String file, String element, String reason) {
        assertThat(GUIDE.problems(parse(resource("/refused/" + file))))
                .anySatisfy(problem -> assertThat(problem).contains(element).contains(reason));
    }

    @Test
    void isWarmBeforeTheFirstRequest() {
        GUIDE.warmUp();
        assertThat(GUIDE.problems(parse(resource("/refused/Patient-phn-with-hyphen.json"))))
                .hasSize(1);
    }

    private static IBaseResource example(NpmPackage guide, String name) {
        try (var content = guide.load("example", name)) {
            return json().parseResource(content);
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }

    private static IBaseResource parse(java.io.InputStream content) {
        return json().parseResource(new java.io.InputStreamReader(content, StandardCharsets.UTF_8));
    }

    private static java.io.InputStream resource(String path) {
        return Objects.requireNonNull(GuideTest.class.getResourceAsStream(path), path);
    }

    private static IParser json() {
        return FHIR.newJsonParser();
    }
}
