package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Api.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The examples on the guide's page of operations are what is really sent and answered: each request of the page is sent to
 * a registry as it stands there, and each answer of the page is the registry's. Days are moved to today, and what the
 * registry chooses itself (ids, PHNs, the time of day) counts as the same.
 */
class OperationExamplesIT {

    private static final Path PAGE = Path.of("../ig/input/pagecontent/operations.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json ([a-z-]+)\\n(.*?)```", Pattern.DOTALL);

    @AutoClose
    private final ExampleDesk desk = new ExampleDesk();

    private final Api api = new Api(desk.registry());
    private final SoftAssertions all = new SoftAssertions();
    private final Set<String> shown = new HashSet<>();

    /** What the registry named otherwise than the page does. */
    private final Map<String, String> chosen = new HashMap<>();

    private Map<String, String> examples;
    private String patient;
    private String phn = "";

    @BeforeEach
    void read() throws IOException {
        var page = Files.readString(PAGE);
        examples = EXAMPLE.matcher(page)
                .results()
                .collect(Collectors.toMap(example -> example.group(1), example -> example.group(2)));
        assertThat(page.split("```json")).as("every example has a name").hasSize(examples.size() + 1);
    }

    @Test
    void areSentAndAnsweredAsThePageShows() throws JsonProcessingException {
        desk.verify("b0a6c9f2", "kJ3vF0mXqT1yRz8w");
        var registered = ask(desk.midwife(), "Patient/$register-anc", "register-anc-request");
        answers("register-anc-answer", registered, 200);
        patient = Json.at(registered.body(), "patient", "reference");
        phn = Json.at(registered.body(), "phn", "value");
        answers("issue-phn-answer", ask(desk.midwife(), patient + "/$issue-phn", "issue-phn-request"), 200);
        var visited = visited("9d8f54ee-1c0b-4f3d-a7f1-2f5b8f6d7c10");
        answers("record-anc-visit-answer", visited, 200);
        answers("version-conflict", visited("1ac0ffee-1c0b-4f3d-a7f1-2f5b8f6d7c10"), 409);
        asksForAnotherDay(Json.at(visited.body(), "appointment", "reference"));
        answers(
                "arrange-appointment-answer",
                ask(desk.midwife(), patient + "/$arrange-appointment", "arrange-appointment-request"),
                200);
        movesAContact();
        answers("order-tests-answer", ask(desk.midwife(), patient + "/$order-tests", "order-tests-request"), 200);
        answers("find-woman-answer", ask(desk.doctor(), "Patient/$find-woman", "find-woman-request"), 200);
        answers("check-in-answer", ask(desk.doctor(), "Patient/$check-in", "check-in-request"), 200);
        answers("anc-work-list-answer", ask(desk.midwife(), "Patient/$anc-work-list", "anc-work-list-request"), 200);
        desk.verify("c4d1e7a3", "Zr8pW2nLxQ4tVb6y");
        answers("match-phn-answer", ask(desk.midwife(), "Patient/$match-phn", "match-phn-request"), 200);
        answers("phn-malformed", ask(desk.midwife(), "Patient/$match-phn", "malformed-phn-request"), 400);
        answers("evaluate-measure-answer", counted(), 200);
        answers(
                "update-contact-answer",
                ask(desk.midwife(), patient + "/$update-contact", "update-contact-request"),
                200);
        answers(
                "record-outcome-answer",
                ask(desk.midwife(), patient + "/$record-outcome", "record-outcome-request"),
                200);
        all.assertThat(shown).isEqualTo(examples.keySet());
        all.assertAll();
    }

    private void asksForAnotherDay(String appointment) throws JsonProcessingException {
        chosen.put("Appointment/52", appointment);
        var asked = ask(ExampleDesk.mother(patient), patient + "/$ask-clinic", "ask-clinic-request");
        answers("ask-clinic-answer", asked, 200);
        var task = Json.at(asked.body(), "task", "reference");
        answers("answer-mother-answer", ask(desk.midwife(), task + "/$answer-mother", "answer-mother-request"), 200);
    }

    private void movesAContact() throws JsonProcessingException {
        var found = api.get(desk.midwife(), "CarePlan?patient=" + patient).body();
        chosen.put("CarePlan/48", Json.first(found, "CarePlan"));
        answers("move-contact-answer", ask(desk.midwife(), patient + "/$move-contact", "move-contact-request"), 200);
    }

    private Answer visited(String requestId) {
        var asked = request("record-anc-visit-request").replace("9d8f54ee-1c0b-4f3d-a7f1-2f5b8f6d7c10", requestId);
        return api.post(desk.midwife(), patient + "/$record-anc-visit", asked);
    }

    private Answer counted() {
        return api.get(
                desk.midwife(),
                desk.moved("Measure/anc-ind-1/$evaluate-measure?periodStart=2026-11-01&periodEnd=2026-11-30"));
    }

    private Answer ask(Caller caller, String path, String example) {
        return api.post(caller, path, request(example));
    }

    private String request(String example) {
        shown.add(example);
        var asked = desk.moved(example(example)).replace("9902-C2Q7KX-M", phn).replace("9902C2Q7KXM", phn);
        for (var told : chosen.entrySet()) {
            asked = asked.replace(told.getKey(), told.getValue());
        }
        return asked;
    }

    private void answers(String example, Answer answer, int status) throws JsonProcessingException {
        shown.add(example);
        all.assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        all.assertThat(Json.comparable(answer.body()))
                .as(example)
                .isEqualTo(Json.comparable(desk.moved(example(example))));
    }

    private String example(String name) {
        assertThat(examples).as("examples on the page").containsKey(name);
        return examples.get(name);
    }
}
