package org.ancregistry.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the registry does not offer, whoever asks. */
class SwitchedOffIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.unguarded();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/health/readiness/database",
                "/h2-console",
                "/swagger-ui",
                "/swagger-ui/index.html",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/fhir/swagger-ui/",
                "/fhir/api-docs",
                "/tester",
                "/tester/home",
                "/graphql",
                "/graphiql"
            })
    void hasNoSuchPage(String path) {
        var answer = Http.get(REGISTRY.baseUrl() + path);

        assertThat(answer.statusCode()).as(path).isBetween(300, 499);
        assertThat(answer.body()).doesNotContain("Swagger UI", "H2 Console", "GraphiQL", "\"openapi\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/$graphql?query={PatientList{id}}",
                "/Patient/1/$graphql?query={id}",
                "/Patient/1/$diff?from=1",
                "/$diff?from=Patient/1&to=Patient/2",
                "/Patient/$expunge",
                "/Patient/1/$expunge",
                "/$expunge",
                "/$reindex",
                "/Patient/1/$reindex",
                "/$mark-all-resources-for-reindexing",
                "/$perform-reindexing-pass",
                "/$reindex-terminology",
                "/$get-resource-counts",
                "/$meta",
                "/Patient/1/$meta",
                "/Patient/1/$meta-add",
                "/Patient/1/$meta-delete",
                "/Group/1/$export",
                "/$import",
                "/$process-message",
                "/$replace-references",
                "/Patient/$everything",
                "/Observation/$lastn",
                "/ValueSet/$expand",
                "/CodeSystem/$lookup",
                "/$apply-codesystem-delta-add",
                "/$upload-external-code-system",
                "/ImplementationGuide/$install",
                "/Patient/$merge",
                "/_history",
                "/Patient/_history",
                "/Subscription",
                "/Claim",
                "/Basic",
                "/Patient?_query=everybody"
            })
    void doesNotDo(String path) {
        for (var answer : List.of(get(path), post(path, "{\"resourceType\":\"Parameters\"}"))) {
            refuses(answer, path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient?_has:Observation:patient:code=1",
                "/Patient?_has:Observation:patient:_has:Provenance:target:agent=Practitioner/1",
                "/Observation?patient.name=Nimali",
                "/Observation?subject:Patient.identifier=a%7Cb",
                "/Patient?_filter=name%20eq%20Nimali",
                "/Patient?_list=1",
                "/Patient?_text=Nimali",
                "/Patient?_content=Nimali",
                "/Encounter?_include:iterate=Encounter:subject",
                "/Encounter?_revinclude:recurse=Observation:encounter",
                "/Observation?_sort=patient.name"
            })
    void doesNotSearch(String search) {
        var answer = get(search);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("does not search through other resources");
    }

    @Test
    void doesNotSearchThroughOthersByPostEither() {
        var answer = Http.send(
                "POST",
                REGISTRY.fhirBase() + "/Patient/_search",
                BodyPublishers.ofString("_has:Observation:patient:code=1"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("does not search through other resources");
    }

    static Stream<String> entriesOfATransaction() {
        return Stream.of(
                entry("POST", "Subscription", "{\"resourceType\":\"Subscription\"}", ""),
                entry("POST", "StructureDefinition", "{\"resourceType\":\"StructureDefinition\"}", ""),
                entry("PUT", "AuditEvent/1", "{\"resourceType\":\"AuditEvent\",\"id\":\"1\"}", ""),
                entry("DELETE", "Patient/1", null, ""),
                entry("DELETE", "Patient?name=Nimali", null, ""),
                entry("GET", "Patient?_has:Observation:patient:code=1", null, ""),
                entry(
                        "POST",
                        "Patient",
                        "{\"resourceType\":\"Patient\"}",
                        ",\"ifNoneExist\":\"_has:Observation:patient:code=1\""),
                entry("PUT", "Patient?organization.name=A", "{\"resourceType\":\"Patient\"}", ""));
    }

    @ParameterizedTest
    @MethodSource("entriesOfATransaction")
    void doesNotDoInATransactionWhatItDoesNotDoOutside(String entry) {
        for (var type : List.of("transaction", "batch")) {
            var answer = Http.post(
                    REGISTRY.fhirBase(),
                    "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"entry\":[%s]}".formatted(type, entry));

            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DELETE"})
    void doesNotKnowTheMethod(String method) {
        var answer = Http.raw(REGISTRY.baseUrl(), method + " /fhir/Patient/1");

        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|501).*");
        assertThat(answer).as("an echo or a page").doesNotContain("<html", "Host: localhost");
    }

    @Test
    void promisesOnlyWhatItOffers() {
        var rest = REGISTRY.client()
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute()
                .getRestFirstRep();

        assertThat(rest.getResource())
                .extracting(CapabilityStatementRestResourceComponent::getType)
                .contains("Patient", "Observation", "StructureDefinition")
                .doesNotContain("Subscription", "Claim", "Basic");
        assertThat(rest.getResource()).allSatisfy(SwitchedOffIT::isHonest);
        assertThat(rest.getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .containsOnly("transaction");
        assertThat(rest.getSecurity().getServiceFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("SMART-on-FHIR");
    }

    private static void isHonest(CapabilityStatementRestResourceComponent resource) {
        assertThat(resource.getInteraction())
                .as(resource.getType())
                .extracting(interaction -> interaction.getCode())
                .doesNotContain(TypeRestfulInteraction.DELETE, TypeRestfulInteraction.HISTORYTYPE);
        assertThat(resource.getConditionalDelete().toCode()).isEqualTo("not-supported");
        assertThat(resource.getSearchParam())
                .extracting(parameter -> parameter.getName())
                .doesNotContain("_filter", "_has", "_list", "_text", "_content");
        assertThat(resource.getExtension()).as("numbers of women").isEmpty();
    }

    private static void refuses(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
        assertThat(answer.body()).as(path).contains("\"OperationOutcome\"");
    }

    private static HttpResponse<String> get(String path) {
        return Http.get(REGISTRY.fhirBase() + path.replace("{", "%7B").replace("}", "%7D"));
    }

    private static HttpResponse<String> post(String path, String body) {
        return Http.post(REGISTRY.fhirBase() + path.replace("{", "%7B").replace("}", "%7D"), body);
    }

    private static String entry(String method, String url, String resource, String more) {
        return "{%s\"request\":{\"method\":\"%s\",\"url\":\"%s\"%s}}"
                .formatted(resource == null ? "" : "\"resource\":" + resource + ",", method, url, more);
    }
}
