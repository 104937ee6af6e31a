package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

/** What another record system gets from CDS Hooks: the answer of the operations, and no more than they would give. */
class CdsHooksIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningRegistry registry = RunningRegistry.onH2();
    private final Clinic clinic = new Clinic(registry);

    @Test
    void isDiscoveredAtTheStandardPathByEverybody() throws JsonProcessingException {
        var answer = Http.get(registry.baseUrl() + "/cds-services");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("services"))
                .extracting(service ->
                        service.path("hook").asText() + " " + service.path("id").asText())
                .containsExactly("patient-view anc-risk", "encounter-discharge anc-contact");
    }

    @Test
    void saysOnPatientViewWhatRecordingTheContactSaid() throws JsonProcessingException {
        var nimali = registered("Nimali Perera");
        var visit = severe(nimali);
        var cards = cards(ask("anc-risk", call("patient-view", nimali.patient, clinic.midwife)));
        assertThat(cards.get(0).path("summary").asText()).isEqualTo("Very high blood pressure on the first reading");
        assertThat(cards.get(0).path("indicator").asText()).isEqualTo("critical");
        assertThat(cards.get(0).path("detail").asText()).contains("systolic 172 mm[Hg]", "R-BP-SEVERE-1, version 1");
        assertThat(topics(cards)).isEqualTo(metRules(visit));
        var draft =
                cards.get(0).path("suggestions").path(0).path("actions").path(0).path("resource");
        assertThat(draft.path("resourceType").asText()).isEqualTo("ServiceRequest");
        assertThat(draft.path("priority").asText()).isEqualTo("urgent");
    }

    @Test
    void judgesWhatTheEncounterFoundTogetherWithHerRecord() throws JsonProcessingException {
        var nimali = registered("Seen Elsewhere");
        var call = call("encounter-discharge", nimali.patient, clinic.midwife);
        call.set("prefetch", JSON.createObjectNode().set("findings", pressure(168, 112)));
        assertThat(topics(cards(ask("anc-contact", call)))).contains("R-BP-SEVERE-1", "R-PE-RISK");
    }

    @Test
    void answersInTheReadersLanguage() throws JsonProcessingException {
        var nimali = registered("In Tamil");
        severe(nimali);
        var answer = Http.send(
                "POST",
                registry.baseUrl() + "/cds-services/anc-risk",
                BodyPublishers.ofString(
                        call("patient-view", nimali.patient, clinic.midwife).toString()),
                "Content-Type",
                "application/json",
                "Accept-Language",
                "ta");
        assertThat(cards(answer).get(0).path("summary").asText()).isEqualTo("முதல் அளவீட்டில் மிக அதிக இரத்த அழுத்தம்");
    }

    @Test
    void saysThatItKnowsNothingOfAWomanWhoIsNotInTheCallersCare() throws JsonProcessingException {
        var nimali = registered("Of This Area");
        severe(nimali);
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.fieldClinic, clinic.hospital);
        assertThat(cards(ask("anc-risk", call("patient-view", nimali.patient, elsewhere))))
                .singleElement()
                .satisfies(card -> assertThat(card.path("summary").asText())
                        .isEqualTo("The registry has no antenatal record of her that you may see"));
    }

    @Test
    void refusesWhoeverTheFhirApiRefuses() throws JsonProcessingException {
        var nimali = registered("Not For All");
        var without = call("patient-view", nimali.patient, clinic.midwife);
        without.remove("fhirAuthorization");
        assertThat(ask("anc-risk", without).statusCode()).isEqualTo(401);
        var forged = call("patient-view", nimali.patient, clinic.midwife);
        ((ObjectNode) forged.path("fhirAuthorization")).put("access_token", "a.b.c");
        var refused = ask("anc-risk", forged);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(refused.body()).path("error").asText()).contains("token is not good");
        var mother = TestTokens.caller(nimali.patient, Role.MOTHER, null);
        assertThat(ask("anc-risk", call("patient-view", nimali.patient, mother)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesNoTokenThatAHeaderCannotCarry() throws JsonProcessingException {
        var call = call("patient-view", "Patient/1", clinic.midwife);
        var token = registry.token(clinic.midwife);
        for (var unfit : List.of(token + "\n", "x " + token, "නිමාලි")) {
            ((ObjectNode) call.path("fhirAuthorization")).put("access_token", unfit);
            var refused = ask("anc-risk", call);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(JSON.readTree(refused.body()).path("error").asText()).startsWith("Send an access token");
        }
    }

    @Test
    void takesTheBearerTokenOfTheCallHoweverItsSchemeIsWritten() {
        var call = call("patient-view", "Patient/1", clinic.midwife);
        call.remove("fhirAuthorization");
        var answer = Http.send(
                "POST",
                registry.baseUrl() + "/cds-services/anc-risk",
                BodyPublishers.ofString(call.toString()),
                "Content-Type",
                "application/json",
                "Authorization",
                "bearer " + registry.token(clinic.midwife));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void refusesANumberThatWouldFillTheMemory() throws JsonProcessingException {
        var call =
                call("patient-view", "Patient/1", clinic.midwife).toString().replaceFirst("\\{", "{\"x\":1e999999999,");
        var answer = Http.send(
                "POST",
                registry.baseUrl() + "/cds-services/anc-risk",
                BodyPublishers.ofString(call),
                "Content-Type",
                "application/json");
        assertThat(error(answer)).contains("a number in it is too large");
    }

    @Test
    void saysWhatIsMissingInACall() throws JsonProcessingException {
        var call = call("patient-view", "Patient/1", clinic.midwife);
        assertThat(error(ask("anc-contact", call))).isEqualTo("This service answers the hook encounter-discharge.");
        assertThat(ask("no-such", call).statusCode()).isEqualTo(404);
        call.remove("hookInstance");
        assertThat(error(ask("anc-risk", call))).startsWith("Send a hookInstance");
        var nobody = call("patient-view", "Patient/1/../2", clinic.midwife);
        assertThat(error(ask("anc-risk", nobody))).startsWith("Send context.patientId");
    }

    private static String error(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body()).path("error").asText();
    }

    private ObjectNode call(String hook, String patient, Caller caller) {
        var call = JSON.createObjectNode();
        call.put("hook", hook);
        call.put("hookInstance", Clinic.id());
        call.put("fhirServer", registry.fhirBase());
        call.putObject("fhirAuthorization")
                .put("access_token", registry.token(caller))
                .put("token_type", "Bearer");
        call.putObject("context")
                .put("userId", caller.id())
                .put("patientId", patient.replaceFirst("^Patient/", ""))
                .put("encounterId", "1");
        return call;
    }

    private HttpResponse<String> ask(String service, ObjectNode call) {
        return Http.send(
                "POST",
                registry.baseUrl() + "/cds-services/" + service,
                BodyPublishers.ofString(call.toString()),
                "Content-Type",
                "application/json");
    }

    private static List<JsonNode> cards(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var cards = JSON.readTree(answer.body()).path("cards");
        return StreamSupport.stream(cards.spliterator(), false).toList();
    }

    /** The rules behind the cards. */
    private static List<String> topics(List<JsonNode> cards) {
        return cards.stream()
                .map(card -> card.path("source").path("topic").path("code").asText())
                .filter(rule -> !rule.isEmpty())
                .toList();
    }

    private static List<String> metRules(Parameters visit) {
        return visit.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("assessment"))
                .filter(rule -> rule.getPart().stream()
                        .anyMatch(part -> part.getName().equals("outcome")
                                && part.getValue().primitiveValue().equals("met")))
                .flatMap(rule -> Stream.of(rule.getPartFirstRep().getValue().primitiveValue()))
                .toList();
    }

    private static ObjectNode pressure(int systolic, int diastolic) {
        var pressure =
                JSON.createObjectNode().put("resourceType", "Observation").put("status", "final");
        pressure.put("effectiveDateTime", Instant.now().toString());
        pressure.set("code", coded("85354-9"));
        var parts = pressure.putArray("component");
        parts.addObject().<ObjectNode>set("code", coded("8480-6")).set("valueQuantity", mmHg(systolic));
        parts.addObject().<ObjectNode>set("code", coded("8462-4")).set("valueQuantity", mmHg(diastolic));
        return pressure;
    }

    private static ObjectNode coded(String loinc) {
        var code = JSON.createObjectNode();
        code.putArray("coding").addObject().put("system", "http://loinc.org").put("code", loinc);
        return code;
    }

    private static ObjectNode mmHg(int value) {
        return JSON.createObjectNode()
                .put("value", value)
                .put("system", "http://unitsofmeasure.org")
                .put("code", "mm[Hg]");
    }

    private Parameters severe(Registered woman) {
        var asked = clinic.visit(Clinic.id(), woman.version);
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && List.of("systolic", "diastolic")
                                .contains(given.getPartFirstRep().getValue().primitiveValue()));
        Clinic.answer(asked, "systolic", new IntegerType(172));
        Clinic.answer(asked, "diastolic", new IntegerType(114));
        return clinic.ask(clinic.midwife, "$record-anc-visit", woman.patient, asked);
    }

    private Registered registered(String name) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        Clinic.contactOn(asked, LocalDate.now(ZoneOffset.UTC).minusDays(20));
        var answer = clinic.ask(clinic.midwife, "$register-anc", asked);
        return new Registered(Clinic.reference(answer, "patient"), Clinic.text(answer, "version"));
    }

    private record Registered(String patient, String version) {}
}
