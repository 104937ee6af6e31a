package org.ancregistry.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.access.AccessInterceptor;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can look up who has not signed in, and that nothing else comes with it. */
class GuideIT {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String CANONICAL = "https://ancregistry.org/fhir/";

    private final RunningRegistry registry = RunningRegistry.onH2();

    @Test
    void namesTheGuideAndProfilesThatCanBeLookedUpHere() {
        var capabilities = capabilities();

        assertThat(capabilities.getImplementationGuide())
                .hasSize(1)
                .allMatch(guide -> guide.getValue().startsWith(CANONICAL + "ImplementationGuide/"));
        assertThat(search("ImplementationGuide?url="
                                + capabilities.getImplementationGuide().get(0).getValue())
                        .getEntry())
                .hasSize(1);
        assertThat(resources(capabilities).stream()
                        .flatMap(resource -> resource.getSupportedProfile().stream())
                        .map(PrimitiveType::getValue))
                .contains(CANONICAL + "StructureDefinition/anc-mother")
                .allSatisfy(profile -> assertThat(
                                search("StructureDefinition?url=" + profile).getEntry())
                        .as(profile)
                        .hasSize(1));
    }

    @Test
    void definesEveryOperationThatItOffers() {
        assertThat(resources(capabilities()).stream()
                        .flatMap(resource -> resource.getOperation().stream())
                        .filter(operation -> !List.of("everything", "export").contains(operation.getName()))
                        .map(operation -> operation.getDefinition()))
                .isNotEmpty()
                .allSatisfy(definition -> assertThat(
                                search("OperationDefinition?url=" + definition).getEntry())
                        .as(definition)
                        .hasSize(1));
    }

    @Test
    void showsTheGuidesOwnDefinitionAndNoneMadeUp() {
        var operation = FHIR.newJsonParser()
                .parseResource(
                        OperationDefinition.class,
                        get("OperationDefinition/anc-register-anc").body());

        assertThat(operation.getUrl()).isEqualTo(CANONICAL + "OperationDefinition/anc-register-anc");
        assertThat(get("OperationDefinition/Patient-t-register-anc").statusCode())
                .isEqualTo(404);
    }

    @Test
    void findsByIdNameStatusAndVersion() {
        assertThat(search("StructureDefinition?_id=anc-mother&status=draft").getEntry())
                .hasSize(1);
        assertThat(search("StructureDefinition?name=ancmoth").getEntry()).hasSize(1);
        assertThat(search("StructureDefinition?version=9").getEntry()).isEmpty();
        assertThat(search("StructureDefinition?status=retired").getEntry()).isEmpty();
    }

    @Test
    void showsOnePageAfterAnother() {
        var first = search("StructureDefinition?_count=5");
        assertThat(first.getEntry()).hasSize(5);

        var second = bundle(Http.get(first.getLink("next").getUrl()).body());

        assertThat(second.getEntry()).hasSize(5);
        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void readsWithATokenToo() {
        var midwife = TestTokens.caller("Practitioner/1", Role.MIDWIFE, "Organization/1", "Organization/2");

        assertThat(registry.client(midwife)
                        .read()
                        .resource(StructureDefinition.class)
                        .withId("anc-mother")
                        .execute()
                        .getUrl())
                .isEqualTo(CANONICAL + "StructureDefinition/anc-mother");
    }

    @Test
    void looksAtATokenThatIsSent() {
        var answer = Http.send(
                "GET",
                registry.fhirBase() + "/StructureDefinition/anc-mother",
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer nonsense");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Patient/1",
                "Organization",
                "AuditEvent",
                "StructureDefinition/anc-mother/_history",
                "StructureDefinition/$everything",
                "Patient/1/StructureDefinition",
                "Patient?_has:Observation:patient:code=1",
                "",
                "_history"
            })
    void opensNothingElseWithoutATokenToRead(String path) {
        assertThat(get(path).statusCode()).as(path).isBetween(400, 499);
        assertThat(get(path).body()).doesNotContain("\"resourceType\":\"Bundle\"", "\"resourceType\":\"Patient\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void letsNobodyWriteADefinition(String method) {
        var system = TestTokens.caller("demo", Role.SYSTEM, null);
        var path = "/StructureDefinition" + (method.equals("POST") ? "" : "/anc-mother");
        var body = BodyPublishers.ofString("{\"resourceType\":\"StructureDefinition\",\"id\":\"anc-mother\"}");

        var stranger = Http.send(method, registry.fhirBase() + path, body, "Content-Type", "application/fhir+json");
        var known = Http.send(
                method,
                registry.fhirBase() + path,
                body,
                "Content-Type",
                "application/fhir+json",
                "Authorization",
                "Bearer " + registry.token(system));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(known.statusCode()).isBetween(400, 499);
        assertThat(FHIR.newJsonParser().parseResource(known.body())).isInstanceOf(OperationOutcome.class);
    }

    @Test
    void servesEveryTypeThatIsOpen() {
        assertThat(PublicReading.DEFINITIONS)
                .allSatisfy(type -> assertThat(get(type).statusCode()).as(type).isEqualTo(200));
    }

    @Test
    void answersHeadOnWhatCanBeReadWithoutSigningIn() {
        var head = Http.method("HEAD", registry.fhirBase() + "/metadata");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(Http.method("HEAD", registry.fhirBase() + "/Patient").statusCode())
                .isEqualTo(401);
        assertThat(Http.method("HEAD", registry.fhirBase() + "/Patient/1").statusCode())
                .isEqualTo(401);
    }

    @Test
    void promisesNoMoreThanItKeepsAndInFewWords() throws IOException {
        for (var resource : resources(capabilities())) {
            assertThat(resource.getSearchRevInclude()).as(resource.getType()).isEmpty();
            assertThat(resource.getSearchInclude())
                    .as(resource.getType())
                    .extracting(PrimitiveType::getValue)
                    .isSubsetOf(AccessInterceptor.INCLUDES);
        }
        var sent = Http.bytes(registry.fhirBase() + "/metadata", "Accept-Encoding", "gzip");
        var whole = new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
        assertThat(whole.length).as("bytes of the statement").isLessThan(250_000);
        assertThat(sent.length).as("bytes on the wire").isLessThan(25_000);
        assertThat(new String(whole, StandardCharsets.UTF_8)).contains("CapabilityStatement");
    }

    private CapabilityStatement capabilities() {
        return FHIR.newJsonParser()
                .parseResource(CapabilityStatement.class, get("metadata").body());
    }

    private static List<CapabilityStatementRestResourceComponent> resources(CapabilityStatement capabilities) {
        return capabilities.getRestFirstRep().getResource();
    }

    private Bundle search(String query) {
        return bundle(get(query.replace("|", "%7C")).body());
    }

    private HttpResponse<String> get(String path) {
        return Http.get(registry.fhirBase() + "/" + path);
    }

    private static Bundle bundle(String json) {
        return FHIR.newJsonParser().parseResource(Bundle.class, json);
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
