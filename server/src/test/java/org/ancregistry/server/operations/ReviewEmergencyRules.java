package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code $review-emergency} promises, on whichever database. */
abstract class ReviewEmergencyRules extends LaterDecisions {

    private static final String KINDS = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String WORDS = "I spoke with the doctor.";

    private final Caller stranger =
            TestTokens.caller(desk.created(new Practitioner().setActive(true)), Role.DOCTOR, "Organization/999998");

    @Test
    void takesAnOpeningOffTheListAndKeepsWhatWasFound() {
        var opening = opened("Was Unconscious");
        assertThat(listed(desk.supervisor, "requested", null)).contains(opening);

        var answer = review(desk.supervisor, opening, asked("not-in-order", "1"));
        assertThat(Clinic.text(answer, "status")).isEqualTo("completed");
        assertThat(Clinic.text(answer, "repeated")).isEqualTo("false");

        assertThat(listed(desk.supervisor, "requested", null)).doesNotContain(opening);
        assertThat(listed(desk.supervisor, "completed", Instant.now().minusSeconds(3600)))
                .contains(opening);
        assertThat(listed(desk.supervisor, "completed", Instant.now().plusSeconds(3600)))
                .doesNotContain(opening);
        var closed = desk.task(opening);
        assertThat(closed.getOutputFirstRep().getValue().primitiveValue()).isEqualTo("not-in-order");
        assertThat(closed.getNoteFirstRep().getText()).isEqualTo(WORDS);
        assertThat(((Reference) closed.getNoteFirstRep().getAuthor()).getReference())
                .isEqualTo(desk.supervisor.id());
        assertThat(closed.getReasonCode().getText())
                .as("the doctor’s own words")
                .isEqualTo("She bleeds a lot.");
        assertThat(desk.provenancesOf(opening)).hasSize(1);
    }

    @Test
    void isDoneOnceAndNotOtherwiseAfterwards() {
        var opening = opened("Was Reviewed Once");
        var asked = asked("in-order", "1");
        review(desk.supervisor, opening, asked);
        assertThat(Clinic.text(review(desk.supervisor, opening, asked), "repeated"))
                .isEqualTo("true");
        assertThat(Clinic.refusal(() -> review(desk.supervisor, opening, asked("not-in-order", "2"))))
                .isEqualTo("already-decided");
        var otherwise = asked.copy();
        otherwise.getParameter("reason").setValue(Clinic.string("Otherwise."));
        assertThat(Clinic.refusal(() -> review(desk.supervisor, opening, otherwise)))
                .isEqualTo("request-reused");
        assertThat(desk.task(opening).getNote()).hasSize(1);
    }

    @Test
    void isFoundByOneOfTwoAtTheSameMoment() throws ExecutionException, InterruptedException {
        var opening = opened("Was Reviewed Twice");
        assertThat(atOnce(() -> outcome(opening, "in-order"), () -> outcome(opening, "not-in-order")))
                .containsOnlyOnce("completed")
                .containsAnyOf("already-decided", "version-conflict");
        assertThat(desk.task(opening).getNote()).hasSize(1);
    }

    private String outcome(String opening, String decision) {
        try {
            return Clinic.text(review(desk.supervisor, opening, asked(decision, "1")), "status");
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    @Test
    void isForTheSupervisorOfHerAreaAlone() {
        var opening = opened("Is Of One Area");
        for (var caller : List.of(desk.clinic.midwife, stranger)) {
            assertThat(Clinic.refusal(() -> review(caller, opening, asked("in-order", "1"))))
                    .as(caller.role().name())
                    .isEqualTo("forbidden");
        }
        assertThat(Clinic.refusal(() -> review(desk.supervisorElsewhere, opening, asked("in-order", "1"))))
                .isEqualTo("not-found");
        assertThat(desk.task(opening).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void isForThePrivacyOfficerWhoIsToldOfAll() {
        var opening = opened("Is Told To The Officer");
        var officer = TestTokens.caller(
                desk.created(new Practitioner().setActive(true)), Role.PRIVACY_OFFICER, desk.clinic.hospital);
        assertThat(listed(officer, "requested", null)).contains(opening);
        assertThat(Clinic.text(review(officer, opening, asked("not-in-order", "1")), "status"))
                .isEqualTo("completed");
        assertThat(listed(desk.supervisor, "requested", null)).doesNotContain(opening);
    }

    @Test
    void saysWhatIsWrongWithWhatIsAsked() {
        var opening = opened("Is Asked Badly");
        assertThat(Clinic.refusal(() -> review(desk.supervisor, opening, asked("perhaps", "1"))))
                .isEqualTo("parameter-invalid");
        var wordless = asked("in-order", "1");
        wordless.getParameter().removeIf(part -> part.getName().equals("reason"));
        assertThat(Clinic.refusal(() -> review(desk.supervisor, opening, wordless)))
                .isEqualTo("parameter-invalid");
        var long501 = asked("in-order", "1");
        long501.getParameter("reason").setValue(Clinic.string("x".repeat(501)));
        assertThat(Clinic.refusal(() -> review(desk.supervisor, opening, long501)))
                .isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> review(desk.supervisor, opening, asked("in-order", "7"))))
                .isEqualTo("version-conflict");
        assertThat(desk.task(opening).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    /** {@code Task/…} to review that her record was opened. */
    private String opened(String name) {
        var registered = desk.registered(Clinic.woman(name));
        desk.clinic.ask(
                stranger,
                "$break-glass",
                new Parameters()
                        .addParameter("request-id", Clinic.id())
                        .addParameter("phn", DecisionDesk.phn(registered))
                        .addParameter("reason", "She bleeds a lot."));
        var tasks = search(desk.supervisor, "requested", null).getEntry().stream()
                .map(entry -> (Task) entry.getResource())
                .filter(task -> task.getFor().getReference().equals(patient(registered)))
                .toList();
        assertThat(tasks).hasSize(1);
        return "Task/" + tasks.get(0).getIdElement().getIdPart();
    }

    private static Parameters asked(String decision, String basedOn) {
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", basedOn)
                .addParameter("reason", WORDS);
        Clinic.add(asked, "decision", new CodeType(decision));
        return asked;
    }

    private Parameters review(Caller caller, String opening, Parameters asked) {
        return desk.clinic
                .as(caller)
                .operation()
                .onInstance(new IdType(opening))
                .named("$review-emergency")
                .withParameters(asked)
                .execute();
    }

    private List<String> listed(Caller caller, String status, @Nullable Instant since) {
        return search(caller, status, since).getEntry().stream()
                .map(entry -> "Task/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private Bundle search(Caller caller, String status, @Nullable Instant since) {
        var search = desk.clinic
                .as(caller)
                .search()
                .forResource(Task.class)
                .where(new TokenClientParam("code").exactly().systemAndCode(KINDS, "review-emergency"))
                .and(Task.STATUS.exactly().code(status));
        if (since != null) {
            search.lastUpdated(new DateRangeParam(Date.from(since), null));
        }
        return search.sort()
                .descending("authored-on")
                .count(100)
                .returnBundle(Bundle.class)
                .execute();
    }
}
