package org.ancregistry.server.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client writes is held against the guide; the refusal says where and by which rule. */
class ClientWritesIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String RULE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";
    private static final String PROFILE = "https://ancregistry.org/fhir/StructureDefinition/";
    private static final String UNIT = """
            {"resourceType":"Organization","active":true,"name":"%s","type":[{"coding":[{
              "system":"https://ancregistry.org/fhir/CodeSystem/anc-area-kind","code":"%s"}]}]}""";
    private static final String OBSERVATION = """
            {"resourceType":"Observation","meta":{"profile":["%s"]},"status":"final",
             "code":{"coding":[{"system":"http://smart.who.int/anc","code":"ANC.B8.DE3"}]},
             "subject":{"reference":"Patient/none"},"encounter":{"reference":"Encounter/none"},
             "effectiveDateTime":"2026-11-02","performer":[{"reference":"Practitioner/none"}],%s}""";

    private final String name = "Clinic " + UUID.randomUUID();

    @Test
    void storesWhatKeepsToTheGuideAndSaysByWhichProfile() throws IOException, InterruptedException {
        var stored = send("POST", "Organization", UNIT.formatted(name, "clinic"));
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        var unit = (Organization) stored.resource();
        assertThat(unit.getMeta().hasProfile(PROFILE + "anc-unit")).isTrue();
    }

    @Test
    void refusesAKindOfUnitThatTheGuideDoesNotKnow() throws IOException, InterruptedException {
        var refused = send("POST", "Organization", UNIT.formatted(name, "shop"));
        assertRefused(refused);
        assertThat(refused.issues())
                .extracting(ClientWritesIT::place)
                .allSatisfy(place -> assertThat(place).startsWith("Organization.type[0]"));
        assertThat(refused.issues())
                .extracting(ClientWritesIT::rule)
                .allSatisfy(rule -> assertThat(rule).startsWith("Terminology_"));
        assertNothingStored();
    }

    @Test
    void refusesAnUpdateThatBreaksARule() throws IOException, InterruptedException {
        var unit = send("POST", "Organization", UNIT.formatted(name, "clinic"));
        var id = unit.resource().getIdElement().getIdPart();
        var renamed = "{\"resourceType\":\"Organization\",\"id\":\"%s\",\"name\":\"Of no kind\"}".formatted(id);
        var refused = send("PUT", "Organization/" + id, renamed);
        assertRefused(refused);
        assertThat(refused.issues())
                .extracting(ClientWritesIT::place, ClientWritesIT::rule)
                .contains(tuple("Organization", "Validation_VAL_Profile_Minimum"));
        var kept = (Organization) send("GET", "Organization/" + id, "").resource();
        assertThat(kept.getName()).isEqualTo(name);
    }

    @Test
    void refusesAWholeTransactionForOneEntry() throws IOException, InterruptedException {
        var good = entry(UNIT.formatted(name, "clinic"));
        var bad = entry(UNIT.formatted(name, "shop"));
        var refused = send(
                "POST",
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[%s,%s]}".formatted(good, bad));
        assertRefused(refused);
        assertThat(refused.issues())
                .extracting(ClientWritesIT::place)
                .allSatisfy(place -> assertThat(place).startsWith("Bundle.entry[1].resource.type[0]"));
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anc-observation | "valueString":"no"                                     | Observation           | anc-value-quantity
            anc-observation | "valueQuantity":{"value":120,"unit":"lb"}              | Observation           | anc-unit-kg
            anc-observation | "note":[{"text":"not weighed"}]                        | Observation           | anc-answered
            anc-observation | "valueQuantty":{"value":54}                            | valueQuantty          | unknown-element
            anc-colour      | "valueQuantity":{"value":54}                           | Observation.meta.profile | profile-undeclared
            """)
    void namesTheElementAndTheRule(String profile, String rest, String element, String rule)
            throws IOException, InterruptedException {
        var refused = send("POST", "Observation", OBSERVATION.formatted(PROFILE + profile, rest));
        assertRefused(refused);
        assertThat(refused.issues())
                .extracting(ClientWritesIT::place, ClientWritesIT::rule)
                .contains(tuple(element, rule));
    }

    @Test
    void tellsWhoMayNotWriteThatAndNoMore() throws IOException, InterruptedException {
        var midwife = TestTokens.of(TestTokens.caller("Practitioner/1", Role.MIDWIFE, null), REGISTRY.fhirBase());
        var refused = send(midwife, "POST", "Organization", UNIT.formatted(name, "shop"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.issues()).extracting(ClientWritesIT::code).containsExactly("forbidden");
    }

    private void assertNothingStored() throws IOException, InterruptedException {
        var found = (Bundle)
                send("GET", "Organization?name=" + name.replace(" ", "%20"), "").resource();
        assertThat(found.getEntry()).isEmpty();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.issues())
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(code(issue)).isEqualTo("resource-invalid"));
    }

    private static String place(OperationOutcomeIssueComponent issue) {
        return issue.getExpression().get(0).getValue();
    }

    private static String rule(OperationOutcomeIssueComponent issue) {
        return issue.getExtensionByUrl(RULE).getValue().primitiveValue();
    }

    private static String code(OperationOutcomeIssueComponent issue) {
        return issue.getDetails().getCodingFirstRep().getCode();
    }

    private static String entry(String resource) {
        return "{\"resource\":%s,\"request\":{\"method\":\"POST\",\"url\":\"Organization\"}}".formatted(resource);
    }

    private static Answer send(String method, String path, String json) throws IOException, InterruptedException {
        var system = TestTokens.of(TestTokens.caller("backend", Role.SYSTEM, null), REGISTRY.fhirBase());
        return send(system, method, path, json);
    }

    private static Answer send(String token, String method, String path, String json)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(REGISTRY.fhirBase() + "/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .header("Prefer", "return=representation")
                .method(method, BodyPublishers.ofString(json));
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    private record Answer(int status, String body) {

        Resource resource() {
            return (Resource) FHIR.newJsonParser().parseResource(body);
        }

        List<OperationOutcomeIssueComponent> issues() {
            return ((OperationOutcome) resource()).getIssue();
        }
    }
}
