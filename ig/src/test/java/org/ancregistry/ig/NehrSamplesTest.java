package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The examples of Sri Lanka's national electronic health record (CC0), judged by the profile that a system has to name for
 * them here: the guide's page about the national record is made from the same table.
 */
class NehrSamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "input/data/nehr.csv", numLinesToSkip = 1)
    void areJudgedAsThePageSays(
            String sample, @Nullable String profile, String verdict, @Nullable String says, String remark) {
        assertThat(remark).isNotBlank();
        var resource = read(sample);
        var profiles = TheGuide.VALIDATOR.profilesOf(resource.fhirType());
        if (profile == null) {
            assertThat(verdict).isEqualTo("not offered");
            assertThat(profiles).isEmpty();
            return;
        }
        var canonical = "https://ancregistry.org/fhir/StructureDefinition/" + profile;
        assertThat(profiles).contains(canonical);
        resource.getMeta().addProfile(canonical);
        var problems = TheGuide.VALIDATOR.problems(resource);
        if (says == null) {
            assertThat(verdict).isEqualTo("accepted");
            assertThat(problems).isEmpty();
        } else {
            assertThat(verdict).isEqualTo("refused");
            assertThat(says.split("\\|", -1))
                    .allSatisfy(reason -> assertThat(problems)
                            .anySatisfy(problem -> assertThat(problem).contains(reason)));
        }
    }

    private static Resource read(String sample) {
        var file = "/nehr/" + sample + ".json";
        return (Resource) TheGuide.FHIR
                .newJsonParser()
                .parseResource(Objects.requireNonNull(NehrSamplesTest.class.getResourceAsStream(file), file));
    }
}
