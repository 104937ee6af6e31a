package org.ancregistry.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide asks of servers and clients can be asked: it exists in FHIR or in the guide. */
class CapabilitiesTest {

    private static final String SERVER = "anc-registry-server";
    private static final List<MetadataResource> GUIDE = GuideDefinitions.all(TheGuide.FHIR).stream()
            .filter(MetadataResource.class::isInstance)
            .map(MetadataResource.class::cast)
            .toList();

    @Test
    void areOfAServerAndFourClients() {
        assertThat(statements())
                .containsExactlyInAnyOrder(
                        SERVER, "anc-midwife-app", "anc-doctor-app", "anc-patient-app", "anc-ehr-system");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nameSearchesThatFhirDefines(String id) {
        assertThat(resources(id))
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.getSearchParam()).allSatisfy(search -> {
                    var defined = TheGuide.FHIR
                            .getResourceDefinition(resource.getType())
                            .getSearchParam(search.getName());
                    assertThat(defined)
                            .as(resource.getType() + " " + search.getName())
                            .isNotNull();
                    assertThat(search.getDefinition())
                            .startsWith("http://hl7.org/fhir/SearchParameter/")
                            .endsWith("-" + search.getName().replace("_", ""));
                    assertThat(defined.getParamType().getCode())
                            .isEqualTo(search.getType().toCode());
                }));
    }

    private static boolean isProfiled(String type) {
        return GUIDE.stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .anyMatch(profile -> profile.getType().equals(type));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nameProfilesOfTheTypeAndOperationsOnIt(String id) {
        assertThat(resources(id)).allSatisfy(resource -> {
            assertThat(resource.hasSupportedProfile())
                    .as("a profile of " + resource.getType() + ", as far as this guide has one")
                    .isEqualTo(isProfiled(resource.getType()));
            assertThat(resource.getSupportedProfile())
                    .allSatisfy(profile -> assertThat(definition(StructureDefinition.class, profile)
                                    .getType())
                            .isEqualTo(resource.getType()));
            assertThat(resource.getOperation()).allSatisfy(offered -> {
                var operation = definition(OperationDefinition.class, offered.getDefinitionElement());
                assertThat(operation.getCode()).isEqualTo(offered.getName());
                assertThat(operation.getResource())
                        .extracting(type -> type.getValue())
                        .contains(resource.getType());
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"anc-midwife-app", "anc-doctor-app", "anc-patient-app", "anc-ehr-system"})
    void ofAClientAskNothingThatAServerNeedNotDo(String id) {
        assertThat(asked(SERVER)).containsAll(asked(id));
    }

    /** Each thing that is done to a type. */
    private static Set<String> asked(String id) {
        return resources(id).stream()
                .flatMap(resource -> Stream.of(
                                resource.getInteraction().stream()
                                        .map(interaction ->
                                                interaction.getCode().toCode()),
                                resource.getSearchParam().stream().map(search -> "?" + search.getName()),
                                resource.getOperation().stream()
                                        .map(CapabilityStatementRestResourceOperationComponent::getName)
                                        .map(name -> "$" + name))
                        .flatMap(done -> done)
                        .map(done -> resource.getType() + " " + done))
                .collect(Collectors.toSet());
    }

    static Stream<String> statements() {
        return GUIDE.stream()
                .filter(CapabilityStatement.class::isInstance)
                .map(statement -> statement.getIdElement().getIdPart());
    }

    private static List<CapabilityStatementRestResourceComponent> resources(String id) {
        return GUIDE.stream()
                .filter(CapabilityStatement.class::isInstance)
                .map(CapabilityStatement.class::cast)
                .filter(statement -> statement.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow()
                .getRestFirstRep()
                .getResource();
    }

    private static <D extends MetadataResource> D definition(Class<D> type, CanonicalType canonical) {
        return GUIDE.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(definition -> definition.getUrl().equals(canonical.getValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(canonical.getValue() + " is not in the guide"));
    }
}
