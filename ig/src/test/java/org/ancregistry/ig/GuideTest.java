package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {
    private static final FhirContext FHIR = TheGuide.FHIR;
    private static final GuideValidator GUIDE = TheGuide.VALIDATOR;

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void itsOwnExamplesAreValid(String name, IBaseResource example) {
        assertThat(GUIDE.problems(example)).as(name).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void itsOwnDefinitionsAreValid(String name, IBaseResource definition) {
        assertThat(GUIDE.problems(definition)).as(name).isEmpty();
    }

    @Test
    void everyProfileHasAnExample() throws IOException {
        var shown = examples().map(GuideTest::profileOf).toList();
        assertThat(guide().list("package"))
                .filteredOn(name -> name.startsWith("StructureDefinition-"))
                .map(name -> load("package", name))
                .extracting(definition -> (StructureDefinition) definition)
                .filteredOn(definition -> !"Extension".equals(definition.getType()))
                .hasSizeGreaterThan(15)
                .allSatisfy(profile -> assertThat(shown).contains(profile.getUrl()));
    }

    /** Each file has one thing wrong. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/refused/reasons.csv", numLinesToSkip = 1)
    void refusesForOneReason(String file, String element, String reason, String why) {
        assertThat(why).isNotBlank();
        assertThat(GUIDE.problems(parse(resource("/refused/" + file + ".json"))))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith(element).contains(reason));
    }

    @Test
    void leavesProfilesOfOthersAlone() {
        var mother = load("example", "Patient-nimali.json");
        mother.getMeta().addProfile("http://hl7.org/fhir/uv/ips/StructureDefinition/Patient-uv-ips");
        assertThat(GUIDE.problems(mother)).isEmpty();
    }

    @Test
    void warmsUpWithoutAnythingToJudge() {
        var fresh = new GuideValidator(FHIR);
        fresh.warmUp();
        assertThat(fresh.problems(load("example", "Patient-nimali.json"))).isEmpty();
    }

    @Test
    void judgesForManyAtOnce() {
        var valid = load("example", "Patient-nimali.json");
        var invalid = parse(resource("/refused/Patient-no-birth-date.json"));
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(turn ->
                                GUIDE.problems(turn % 2 == 0 ? valid : invalid).size())
                        .toList())
                .filteredOn(found -> found == 1)
                .hasSize(100);
    }

    static Stream<Arguments> examples() throws IOException {
        return contents("example", Set.of());
    }

    /**
     * Profiles are left out, since SUSHI judges those and the validator cannot without FHIR's package on disk; so is the
     * list of contents, for publishing settings that R4 does not know.
     */
    static Stream<Arguments> definitions() throws IOException {
        return contents("package", Set.of("StructureDefinition", "ImplementationGuide"));
    }

    private static Stream<Arguments> contents(String folder, Set<String> leftOut) throws IOException {
        var names = guide().list(folder).stream()
                .filter(name -> name.contains("-") && !leftOut.contains(name.substring(0, name.indexOf('-'))))
                .toList();
        assertThat(names).hasSizeGreaterThan(15);
        return names.stream().map(name -> Arguments.of(name, load(folder, name)));
    }

    private static String profileOf(Arguments example) {
        var resource = (Resource) example.get()[1];
        return resource.getMeta().getProfile().stream()
                .map(profile -> profile.getValue())
                .findFirst()
                .orElse("");
    }

    private static IBaseResource load(String folder, String name) {
        try (var content = guide().load(folder, name)) {
            return parse(content);
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }

    private static NpmPackage guide() throws IOException {
        return NpmPackage.fromPackage(resource("/anc-ig.tgz"));
    }

    private static IBaseResource parse(InputStream content) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(content);
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(GuideTest.class.getResourceAsStream(path), path);
    }
}
