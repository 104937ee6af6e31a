package org.ancregistry.operations.reviewemergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewEmergencyTest {

    private static final String WORDS = "I spoke with the doctor: she came by ambulance.";

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final CaredFor cared = new CaredFor();
    private final String nimali = records.given(new Patient());
    private final String opening;

    ReviewEmergencyTest() {
        cared.put(nimali, Staff.AREA);
        opening = given(Tasks.REVIEW_EMERGENCY);
    }

    private String given(String kind) {
        return records.given(new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setCode(Canon.concept("anc-task", kind))
                .setFor(new Reference(nimali)));
    }

    @ParameterizedTest
    @EnumSource(Review.class)
    void closesTheOpeningWithWhatWasFoundByWhomAndWhen(Review review) {
        var answer = review(Staff.supervisor(), asked("r1", opening, review));
        var closed = stored(opening);
        assertThat(closed.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(Tasks.decision(closed)).contains(review.code());
        assertThat(closed.getNote()).singleElement().satisfies(note -> {
            assertThat(note.getText()).isEqualTo(WORDS);
            assertThat(((Reference) note.getAuthor()).getReference())
                    .isEqualTo(Staff.supervisor().id());
            assertThat(note.getTime().toInstant()).isEqualTo(clock.instant());
        });
        assertThat(records.all(Provenance.class))
                .singleElement()
                .satisfies(
                        by -> assertThat(by.getTargetFirstRep().getReference()).isEqualTo(opening));
        assertThat(answer.getParameter("decision").getValue().primitiveValue()).isEqualTo(review.code());
        assertThat(answer.getParameter("status").getValue().primitiveValue()).isEqualTo("completed");
    }

    @Test
    void isDoneOnceHoweverOftenItIsSent() {
        var asked = asked("r1", opening, Review.IN_ORDER);
        review(Staff.supervisor(), asked);
        assertThat(review(Staff.supervisor(), asked)
                        .getParameter("repeated")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("true");
        assertThat(stored(opening).getNote()).hasSize(1);
    }

    @Test
    void isFoundOnce() {
        review(Staff.supervisor(), asked("r1", opening, Review.NOT_IN_ORDER));
        var second = asked("r2", opening, Review.IN_ORDER);
        assertThat(Refused.problemOf(() -> review(Staff.supervisor(), second))).isEqualTo(Problem.ALREADY_DECIDED);
        assertThat(Tasks.decision(stored(opening))).contains("not-in-order");
    }

    @Test
    void closesNothingThatTheCallerHasNotSeen() {
        var asked = asked("r1", opening, Review.IN_ORDER);
        records.write(List.of(stored(opening).setDescription("Changed meanwhile.")));
        assertThat(Refused.problemOf(() -> review(Staff.supervisor(), asked))).isEqualTo(Problem.VERSION_CONFLICT);
        assertThat(stored(opening).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void isForSupervisorsOfHerAreaAlone() {
        var asked = asked("r1", opening, Review.IN_ORDER);
        for (var caller : List.of(Staff.kumariTheMidwife(), Staff.doctor(), Staff.mother(nimali))) {
            assertThat(Refused.problemOf(() -> review(caller, asked))).isEqualTo(Problem.FORBIDDEN);
        }
        cared.put(nimali, "Organization/other-area");
        assertThat(Refused.problemOf(() -> review(Staff.supervisor(), asked))).isEqualTo(Problem.NOT_FOUND);
        assertThat(stored(opening).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void closesNoOtherTask() {
        var other = given(Tasks.HAND_OVER);
        assertThat(Refused.problemOf(() -> review(Staff.supervisor(), asked("r1", other, Review.IN_ORDER))))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(stored(other).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    private ReviewEmergency asked(String requestId, String task, Review review) {
        var version = stored(task).getMeta().getVersionId();
        return new ReviewEmergency(task, requestId, task + review.code() + version, version, review, WORDS);
    }

    private Parameters review(Caller caller, ReviewEmergency asked) {
        return new ReviewingEmergencies(new Once(records, requests), new Reach(cared), records, clock)
                .review(caller, asked);
    }

    private Task stored(String task) {
        return records.read(Task.class, task).orElseThrow();
    }
}
