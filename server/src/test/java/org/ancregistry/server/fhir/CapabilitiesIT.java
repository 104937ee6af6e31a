package org.ancregistry.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ancregistry.ig.GuideDefinitions;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server says of itself and what the guide asks of a registry are one. */
class CapabilitiesIT {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** FHIR's own, which programs know without the guide. */
    private static final Set<String> BESIDE_THE_GUIDE = Set.of("everything", "export");

    private static final List<CapabilityStatementRestResourceComponent> GUIDE =
            resources(GuideDefinitions.all(FHIR).stream()
                    .filter(CapabilityStatement.class::isInstance)
                    .map(CapabilityStatement.class::cast)
                    .filter(statement -> statement.getIdElement().getIdPart().equals("anc-registry-server"))
                    .findFirst()
                    .orElseThrow());

    private static final List<CapabilityStatementRestResourceComponent> SERVER = resources(FHIR.newJsonParser()
            .parseResource(
                    CapabilityStatement.class,
                    Http.get(RunningRegistry.onH2().fhirBase() + "/metadata").body()));

    static List<String> types() {
        return GUIDE.stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .toList();
    }

    @Test
    void areOfTheSameTypes() {
        assertThat(SERVER.stream().map(CapabilityStatementRestResourceComponent::getType))
                .filteredOn(type -> !PublicReading.DEFINITIONS.contains(type) || types().contains(type))
                .containsExactlyInAnyOrderElementsOf(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void doTheSame(String type) {
        assertThat(interactions(of(SERVER, type))).isEqualTo(interactions(of(GUIDE, type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void offerTheSameOperations(String type) {
        assertThat(operations(SERVER, type)).isEqualTo(operations(GUIDE, type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void keepTheSameProfiles(String type) {
        Function<CapabilityStatementRestResourceComponent, List<String>> profiles =
                resource -> resource.getSupportedProfile().stream()
                        .map(PrimitiveType::getValue)
                        .toList();
        assertThat(profiles.apply(of(SERVER, type)))
                .containsExactlyInAnyOrderElementsOf(profiles.apply(of(GUIDE, type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void findByAllThatTheGuideAsksFor(String type) {
        assertThat(searches(SERVER, type)).containsAll(searches(GUIDE, type));
    }

    private static CapabilityStatementRestResourceComponent of(
            List<CapabilityStatementRestResourceComponent> resources, String type) {
        return resources.stream()
                .filter(resource -> resource.getType().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is said of " + type));
    }

    private static Set<String> interactions(CapabilityStatementRestResourceComponent resource) {
        return resource.getInteraction().stream()
                .map(interaction -> interaction.getCode().toCode())
                .collect(Collectors.toSet());
    }

    private static Set<String> operations(List<CapabilityStatementRestResourceComponent> resources, String type) {
        return of(resources, type).getOperation().stream()
                .filter(operation -> !BESIDE_THE_GUIDE.contains(operation.getName()))
                .map(operation -> operation.getName() + " " + operation.getDefinition())
                .collect(Collectors.toSet());
    }

    private static Set<String> searches(List<CapabilityStatementRestResourceComponent> resources, String type) {
        return of(resources, type).getSearchParam().stream()
                .map(CapabilitiesIT::search)
                .collect(Collectors.toSet());
    }

    private static String search(CapabilityStatementRestResourceSearchParamComponent search) {
        return search.getName() + " (" + search.getType().toCode() + ")";
    }

    private static List<CapabilityStatementRestResourceComponent> resources(CapabilityStatement statement) {
        return statement.getRestFirstRep().getResource();
    }
}
