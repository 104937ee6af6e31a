package org.ancregistry.interceptors.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class DeclaredProfileTest {

    private static final String UNIT = "https://guide.test.invalid/unit";
    private static final String WEIGHT = "https://guide.test.invalid/weight";
    private static final String PRESSURE = "https://guide.test.invalid/pressure";

    private final DeclaredProfile profile = new DeclaredProfile(new SmallGuide());

    @Test
    void namesTheOnlyProfileThereIs() {
        var unit = new Organization();
        assertThat(profile.complete(unit)).isEmpty();
        assertThat(profilesOf(unit)).containsExactly(UNIT);
    }

    @Test
    void leavesWhatIsNamedAndAddsToTheProfilesOfOthers() {
        var unit = new Organization();
        unit.getMeta().addProfile(UNIT + "|0.1.0");
        assertThat(profile.complete(unit)).isEmpty();
        assertThat(profilesOf(unit)).containsExactly(UNIT + "|0.1.0");
        var foreign = new Organization();
        foreign.getMeta().addProfile("http://fhir.health.gov.lk/ips/StructureDefinition/organization");
        assertThat(profile.complete(foreign)).isEmpty();
        assertThat(profilesOf(foreign)).contains(UNIT);
    }

    @Test
    void asksForAChoiceWhereThereIsOne() {
        var finding = new Observation();
        assertThat(profile.complete(finding)).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo("profile-undeclared");
            assertThat(breach.element()).isEqualTo("Observation.meta.profile");
            assertThat(breach.message()).contains(WEIGHT).contains(PRESSURE);
        });
        finding.getMeta().addProfile(PRESSURE);
        assertThat(profile.complete(finding)).isEmpty();
    }

    private static List<String> profilesOf(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(PrimitiveType::getValue)
                .toList();
    }

    private static final class SmallGuide implements Guide {

        @Override
        public List<String> profilesOf(String type) {
            return switch (type) {
                case "Organization" -> List.of(UNIT);
                case "Observation" -> List.of(WEIGHT, PRESSURE);
                default -> List.of();
            };
        }

        @Override
        public Optional<List<Input>> inputsOf(String operation) {
            return Optional.empty();
        }

        @Override
        public List<Breach> breaches(Resource resource) {
            return List.of();
        }
    }
}
