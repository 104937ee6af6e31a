package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.ancregistry.server.testing.RunningRegistry;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an operation does not know is refused by name, over HTTP, and nothing is done. */
class OperationInputIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Clinic CLINIC = new Clinic(REGISTRY);

    @Test
    void namesAMisspeltPartOfHerConsentAndRegistersNobody() {
        var asked = CLINIC.registration(Clinic.id(), Clinic.woman("Misspelt Consent"));
        asked.getParameter("consent").addPart().setName("verified").setValue(new BooleanType(true));
        assertThat(refused(asked)).containsExactly(tuple("parameter-invalid", "consent.verified"));
        asked.getParameter("consent").getPart().remove(2);
        assertThat(CLINIC.ask(CLINIC.midwife, "$register-anc", asked).hasParameter("patient"))
                .as("the refused request left nothing under its id")
                .isTrue();
    }

    @Test
    void takesNoWordForHerYesAndNoTwoAnswersForOne() {
        var word = CLINIC.registration(Clinic.id(), Clinic.woman("Word Foryes"));
        word.getParameter("consent").getPartFirstRep().setValue(new StringType("True"));
        assertThat(refused(word)).containsExactly(tuple("parameter-invalid", "consent.permit"));
        var two = CLINIC.registration(Clinic.id(), Clinic.woman("Two Answers"));
        two.getParameter("consent").addPart().setName("permit").setValue(new BooleanType(false));
        assertThat(refused(two)).containsExactly(tuple("parameter-invalid", "consent.permit"));
    }

    @Test
    void namesAnUnknownPartOfAFinding() {
        var asked = CLINIC.registration(Clinic.id(), Clinic.woman("Unknown Part"));
        asked.getParameter("answer").addPart().setName("unit").setValue(new StringType("kg"));
        assertThat(refused(asked)).containsExactly(tuple("parameter-invalid", "answer.unit"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Patient/$check-in     | {"name":"born","valueDate":"1994-05-06"}                          | born
            Patient/$match-phn    | {"name":"resource","resource":{"resourceType":"Patient","gendr":"female"}} | gendr
            Patient/$register-anc | {"name":"consent","part":[{"name":"permit","valueBoolen":true}]}  | valueBoolen
            """)
    void namesWhatTheParserWouldDropOrTheOperationWouldNotRead(String operation, String parameter, String named)
            throws IOException, InterruptedException {
        var body = "{\"resourceType\":\"Parameters\",\"parameter\":[%s]}".formatted(parameter);
        var caller = operation.endsWith("check-in") ? CLINIC.doctor : CLINIC.midwife;
        var request = HttpRequest.newBuilder(URI.create(REGISTRY.fhirBase() + "/" + operation))
                .header("Authorization", "Bearer " + REGISTRY.token(caller))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var outcome = FhirContext.forR4Cached().newJsonParser().parseResource(OperationOutcome.class, answer.body());
        assertThat(issues(outcome)).anySatisfy(issue -> {
            assertThat(issue.toList().get(0)).isEqualTo("parameter-invalid");
            assertThat(String.valueOf(issue.toList().get(1))).endsWith(named);
        });
    }

    @Test
    void namesAnUnknownWordInAnAddress() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(REGISTRY.fhirBase() + "/Patient/$anc-work-list?tabb=all"))
                .header("Authorization", "Bearer " + REGISTRY.token(CLINIC.midwife))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("parameter-invalid").contains("tabb");
    }

    private static List<Tuple> refused(Parameters asked) {
        var before = patients();
        var refusal = Assertions.catchThrowableOfType(
                BaseServerResponseException.class, () -> CLINIC.ask(CLINIC.midwife, "$register-anc", asked));
        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(patients()).isEqualTo(before);
        return issues((OperationOutcome) refusal.getOperationOutcome());
    }

    private static Integer patients() {
        return REGISTRY.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from hfj_resource where res_type = 'Patient'", Integer.class);
    }

    private static List<Tuple> issues(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .map(issue -> tuple(
                        issue.getDetails().getCodingFirstRep().getCode(),
                        issue.getExpression().get(0).getValue()))
                .toList();
    }
}
