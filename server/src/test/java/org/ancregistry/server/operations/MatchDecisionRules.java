package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a supervisor may decide about a mother without a PHN, once, and so that it can be taken back. */
abstract class MatchDecisionRules extends LaterDecisions {

    @Test
    void laysBothRecordsBesideEachOtherAndChangesNothing() {
        var earlier = desk.registered(Clinic.woman("Sandya Rathnayake"));
        var later = desk.notSure(Clinic.woman("Sandya Ratnayaka"), DecisionDesk.phn(earlier));
        var sides = desk.decide(desk.supervisor, task(later), new Parameters());
        assertThat(DecisionDesk.candidates(sides)).first().isEqualTo(patient(earlier));
        assertThat(DecisionDesk.candidates(sides)).doesNotContain(patient(later));
        assertThat(Clinic.text(sides, "claimed-phn")).isEqualTo(DecisionDesk.phn(earlier));
        assertThat(Clinic.text(sides, "warning")).isEqualTo("phn-already-held");
        assertThat(Clinic.text(sides, "version")).isEqualTo("1");
        assertThat(desk.task(task(later)).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void linksTwoRecordsOfOneWomanAndMovesNothing() {
        var earlier = desk.registered(Clinic.woman("Padmini Gunasekara"));
        var later = desk.notSure(Clinic.woman("Padmini Gunasekara"), DecisionDesk.phn(earlier));
        var asked = DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier));
        var answer = desk.decide(desk.supervisor, task(later), asked);
        assertThat(Clinic.text(answer, "status")).isEqualTo("completed");
        assertThat(links(later)).containsExactly(LinkType.REFER + " " + patient(earlier));
        assertThat(links(earlier)).containsExactly(LinkType.SEEALSO + " " + patient(later));
        assertThat(desk.read(Patient.class, patient(later)).hasIdentifier()).isFalse();
        assertThat(desk.clinic.problemsIn(patient(later))).isEmpty();
        assertThat(audited(patient(earlier), desk.supervisor)).isTrue();
    }

    @Test
    void takesALinkBackAndAsksAgain() {
        var earlier = desk.registered(Clinic.woman("Renuka Bandara"));
        var later = desk.notSure(Clinic.woman("Renuka Bandara"), DecisionDesk.phn(earlier));
        var same = DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier));
        desk.decide(desk.supervisor, task(later), same);
        assertThat(refused(task(later), DecisionDesk.decision("different", "2")))
                .isEqualTo("already-decided");
        var undone = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("undo", "2"));
        assertThat(Clinic.text(undone, "status")).isEqualTo("requested");
        assertThat(links(later)).isEmpty();
        assertThat(links(earlier)).isEmpty();
        var answer = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("different", "3"));
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("true");
    }

    @Test
    void issuesAPhnToADifferentWoman() {
        var later = desk.notSure(Clinic.woman("Different Awoman"), null);
        var asked = DecisionDesk.decision("different");
        var answer = desk.decide(desk.supervisor, task(later), asked);
        assertThat(DecisionDesk.phn(answer))
                .startsWith(desk.clinic.pointOfIssue)
                .hasSize(11);
        assertThat(desk.read(Patient.class, patient(later))
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo(DecisionDesk.phn(answer));
        var again = desk.decide(desk.supervisor, task(later), asked);
        assertThat(DecisionDesk.phn(again)).isEqualTo(DecisionDesk.phn(answer));
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
    }

    @Test
    void bindsTheNumberOnHerCardThatNobodyHolds() {
        var card = "9902WVTRQPM";
        var later = desk.notSure(Clinic.woman("Holds Acard"), card);
        var answer = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("phn-is-hers"));
        assertThat(DecisionDesk.phn(answer)).isEqualTo(card);
        assertThat(Clinic.text(answer, "warning")).isEqualTo("phn-check-unknown");
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("false");
    }

    @Test
    void refusesANumberThatAnotherHoldsOrThatIsNone() {
        var holder = desk.registered(Clinic.woman("Holder Ofone"));
        var later = desk.notSure(Clinic.woman("Holder Ofone"), DecisionDesk.phn(holder));
        assertThat(refused(task(later), DecisionDesk.decision("phn-is-hers"))).isEqualTo("phn-already-held");
        assertThat(refused(task(later), DecisionDesk.decision("phn-is-hers").addParameter("phn", "12O#")))
                .isEqualTo("phn-malformed");
        var retired = desk.clinic.ask(desk.clinic.midwife, "$register-anc", other());
        registry()
                .bean(JdbcTemplate.class)
                .update("update issued_phn set state = 'retired' where phn = ?", DecisionDesk.phn(retired));
        assertThat(refused(
                        task(later),
                        DecisionDesk.decision("phn-is-hers").addParameter("phn", DecisionDesk.phn(retired))))
                .isEqualTo("phn-retired");
    }

    private Parameters other() {
        return desk.clinic.registration(Clinic.id(), Clinic.woman("Retired Number"));
    }

    @Test
    void refusesToTakeTwoProvedPersonsForOne() {
        var one = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), Clinic.id()));
        var other = desk.verifiedAndNotSure(DecisionDesk.phn(one));
        assertThat(refused(task(other), DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(one))))
                .isEqualTo("phn-bound-to-another");
        assertThat(refused(task(other), DecisionDesk.decision("phn-is-hers"))).isEqualTo("phn-bound-to-another");
    }

    @Test
    void linksNobodyWhoWasNotShown() {
        var stranger = desk.registered(Clinic.woman("Unrelated Stranger"));
        var later = desk.notSure(Clinic.woman("Quite Someoneelse"), null);
        assertThat(refused(task(later), DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(stranger))))
                .isEqualTo("not-found");
    }

    @Test
    void listsWhatWaitsForTheSupervisorsOfThatAreaOnly() {
        var later = desk.notSure(Clinic.woman("Waits Inthequeue"), null);
        assertThat(queue(desk.supervisor)).contains(task(later));
        assertThat(queue(desk.supervisorElsewhere)).doesNotContain(task(later));
        desk.decide(desk.supervisor, task(later), DecisionDesk.decision("different"));
        assertThat(queue(desk.supervisor)).doesNotContain(task(later));
    }

    private List<String> queue(Caller supervisor) {
        return desk
                .clinic
                .as(supervisor)
                .search()
                .forResource(Task.class)
                .where(Task.CODE
                        .exactly()
                        .systemAndCode("https://ancregistry.org/fhir/CodeSystem/anc-task", "decide-match"))
                .and(Task.STATUS.exactly().code("requested"))
                .include(Task.INCLUDE_PATIENT)
                .sort()
                .ascending("authored-on")
                .offset(0)
                .count(100)
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .filter(entry -> entry.getResource() instanceof Task)
                .map(entry -> "Task/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void leavesItOpenWithANote() {
        var later = desk.notSure(Clinic.woman("Later Tobedecided"), null);
        var answer = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("later"));
        assertThat(Clinic.text(answer, "status")).isEqualTo("requested");
        assertThat(desk.task(task(later)).getNoteFirstRep().getText()).isEqualTo("Both were looked at.");
        assertThat(refused(task(later), DecisionDesk.decision("different"))).isEqualTo("version-conflict");
    }

    @Test
    void isForTheSupervisorOfThatAreaOnly() {
        var later = desk.notSure(Clinic.woman("Not Foreveryone"), null);
        assertThat(refusal(desk.supervisorElsewhere, task(later), DecisionDesk.decision("different")))
                .isEqualTo("not-found");
        assertThat(refusal(desk.clinic.midwife, task(later), DecisionDesk.decision("different")))
                .isEqualTo("forbidden");
        assertThat(refused(task(later), new Parameters().addParameter("decision", new CodeType("guess"))))
                .isEqualTo("parameter-invalid");
    }

    @Test
    void letsOneOfTwoSupervisorsDecide() throws ExecutionException, InterruptedException {
        var later = desk.notSure(Clinic.woman("Decided Atonce"), null);
        var outcomes = atOnce(
                () -> outcome(task(later), DecisionDesk.decision("different")),
                () -> outcome(task(later), DecisionDesk.decision("different")));
        assertThat(outcomes).containsExactlyInAnyOrder("decided", "version-conflict");
    }

    private boolean audited(String patient, Caller by) {
        var written = registry()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit_event where patient = ? and agent = ? and action in ('C', 'U')",
                        Integer.class,
                        patient,
                        by.id());
        return written != null && written > 0;
    }

    private Stream<String> links(Parameters registered) {
        return desk.read(Patient.class, patient(registered)).getLink().stream()
                .map(link -> link.getType() + " " + link.getOther().getReference());
    }

    private String outcome(String task, Parameters asked) {
        try {
            desk.decide(desk.supervisor, task, asked);
            return "decided";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    private String refused(String task, Parameters asked) {
        return refusal(desk.supervisor, task, asked);
    }

    private String refusal(Caller caller, String task, Parameters asked) {
        return Clinic.refusal(() -> desk.decide(caller, task, asked));
    }
}
