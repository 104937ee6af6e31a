package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.ig.GuideValidator;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's Measures and the rules by which pregnancies are counted are the same indicators. */
class MeasuresTest {

    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";

    @Test
    void theGuideHasAMeasureForEachIndicatorAndNoOther() throws IOException {
        try (var stream = guide()) {
            var measures = NpmPackage.fromPackage(stream).list("package").stream()
                    .filter(name -> name.startsWith("Measure-"))
                    .map(name -> name.substring("Measure-".length(), name.length() - ".json".length()))
                    .toList();
            assertThat(measures)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Indicator.values())
                            .map(Indicator::measure)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void tellsOfTheSamePregnancies(Indicator indicator) throws IOException {
        var measure = measure(indicator);
        assertThat(measure.getIdentifierFirstRep().getValue()).isEqualTo(indicator.id());
        assertThat(named(measure, "denominator")).containsExactly(indicator.of().code());
        assertThat(named(measure, "numerator")).containsExactly(indicator.measure());
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void saysByWhatItIsBrokenDown(Indicator indicator) throws IOException {
        assertThat(measure(indicator).getGroupFirstRep().getStratifier())
                .extracting(stratifier -> stratifier.getCode().getText())
                .containsExactly("month", "age-group", "education");
    }

    /** The page that goes from field to indicator is made of that table. */
    @Test
    void theGuideSaysOfEachIndicatorWhichFieldsItCounts() throws IOException {
        var lines = Files.readAllLines(Path.of("../ig/input/data/indicator-fields.csv"));
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Indicator.values()).map(Indicator::id).toList());
    }

    private static List<String> named(Measure measure, String kind) {
        return measure.getGroupFirstRep().getPopulation().stream()
                .filter(population -> population.getCode().hasCoding(POPULATION, kind))
                .map(MeasureGroupPopulationComponent::getCriteria)
                .map(criteria -> criteria.getName())
                .toList();
    }

    private static Measure measure(Indicator indicator) throws IOException {
        try (var stream = guide();
                var measure =
                        NpmPackage.fromPackage(stream).load("package", "Measure-" + indicator.measure() + ".json")) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Measure.class, measure);
        }
    }

    private static InputStream guide() {
        return Objects.requireNonNull(GuideValidator.class.getResourceAsStream(
                "/" + GuideValidator.PACKAGE.substring("classpath:".length())));
    }
}
