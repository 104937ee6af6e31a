package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** How a mother who was registered without an ID is bound to who she proves to be. */
abstract class VerifyIdentityRules extends LaterDecisions {

    @Test
    void verifiesAMotherWhoHasHerIdNow() {
        var registered = desk.registered(Clinic.woman("Unverified Tillnow"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, Clinic.id(), "Unverified Tillnow", "1994-05-06", null);
        var asked = verification(draft, evidence);
        var compared = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), asked);
        assertThat(compared.getParameter("comparison").getPart()).isNotEmpty();
        assertThat(Clinic.text(compared, "verified")).isEqualTo("false");
        assertThat(isToDo(registered)).isTrue();
        var decided = decided(verification(draft, evidence), "same", Clinic.text(compared, "version"));
        var answer = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), decided);
        assertThat(Clinic.text(answer, "verified")).isEqualTo("true");
        var mother = desk.read(Patient.class, patient(registered));
        assertThat(verified(mother)).isTrue();
        assertThat(isToDo(registered)).isFalse();
        assertThat(mother.getBirthDateElement()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("esignet-otp");
        assertThat(desk.task(task(registered)).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        var again = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), decided);
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
        assertThat(verifyRefused(patient(registered), verification(draft, evidence)))
                .isEqualTo("evidence-used");
    }

    @Test
    void asksASupervisorOnceWhenSheHasAnotherRecord() {
        var subject = Clinic.id();
        var earlier = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), subject));
        var later = desk.registered(Clinic.woman("Nimali Perera"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, subject, "Nimali Perera", "1996-04-17", null);
        var decided = decided(verification(draft, evidence), "same", "1");
        assertThat(verifyRefused(patient(later), decided)).isEqualTo("subject-already-registered");
        assertThat(verifyRefused(patient(later), decided)).isEqualTo("subject-already-registered");
        var other = decided(verification(draft, evidence), "same", "1");
        assertThat(verifyRefused(patient(later), other)).isEqualTo("subject-already-registered");
        var tasks = tasksAbout(patient(later));
        assertThat(tasks).hasSize(1);
        assertThat(isToDo(later)).isTrue();
        assertThat(verified(desk.read(Patient.class, patient(later)))).isFalse();
        var sides = desk.decide(desk.supervisor, tasks.get(0), new Parameters());
        assertThat(DecisionDesk.candidates(sides)).contains(patient(earlier));
        var same = DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier));
        desk.decide(desk.supervisor, tasks.get(0), same);
        var version = desk.read(Patient.class, patient(later)).getMeta().getVersionId();
        var linked = decided(verification(draft, evidence), "same", version);
        var answer = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(later), linked);
        assertThat(Clinic.text(answer, "verified")).isEqualTo("true");
        assertThat(isToDo(later))
                .as("the identity stays bound to the earlier record")
                .isFalse();
    }

    /** Whether her midwife's list says that something is to be done about her. */
    private boolean isToDo(Parameters registered) {
        var list = desk.clinic.ask(desk.clinic.midwife, "$anc-work-list", new Parameters());
        return list.getParameter().stream()
                .flatMap(row -> row.getPart().stream())
                .map(part -> part.getResource())
                .filter(Patient.class::isInstance)
                .anyMatch(woman -> patient(registered)
                        .equals("Patient/" + woman.getIdElement().getIdPart()));
    }

    @Test
    void stopsAMidwifeWhereEverythingSpeaksAgainstIt() {
        var registered = desk.registered(Clinic.woman("Quite Another"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, Clinic.id(), "Fathima Nazeera", "1979-12-30", null);
        assertThat(verifyRefused(patient(registered), decided(verification(draft, evidence), "same", "1")))
                .isEqualTo("identity-differs");
        var different = decided(verification(draft, evidence), "different", "1");
        var answer = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), different);
        assertThat(Clinic.text(answer, "verified")).isEqualTo("false");
        assertThat(desk.task(task(registered)).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(desk.task(task(registered)).getNote()).hasSize(1);
    }

    @Test
    void verifiesOnlyWithFreshEvidenceOfThatMidwife() {
        var registered = desk.registered(Clinic.woman("Fresh Evidenceonly"));
        var draft = Clinic.id();
        var foreign = desk.evidence("Practitioner/1", draft, Clinic.id(), "Fresh Evidenceonly", "1994-05-06", null);
        assertThat(verifyRefused(patient(registered), verification(draft, foreign)))
                .isEqualTo("evidence-not-yours");
        assertThat(verifyRefused(patient(registered), verification(draft, "none")))
                .isEqualTo("evidence-unknown");
        var verified =
                desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), Clinic.id()));
        var own = desk.evidence(draft, Clinic.id(), "Nimali Perera", "1996-04-17", null);
        assertThat(verifyRefused(patient(verified), verification(draft, own))).isEqualTo("already-verified");
    }

    @Test
    void verifiesOneOfTwoRecordsThatAreVerifiedAtOnce() throws ExecutionException, InterruptedException {
        var one = desk.registered(Clinic.woman("Verified Atonce"));
        var other = desk.registered(Clinic.woman("Verified Atonce"));
        var subject = Clinic.id();
        var outcomes = atOnce(() -> verifyOutcome(one, subject), () -> verifyOutcome(other, subject));
        assertThat(outcomes).containsExactlyInAnyOrder("verified", "subject-already-registered");
    }

    private String verifyOutcome(Parameters registered, String subject) {
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, subject, "Verified Atonce", "1994-05-06", null);
        var asked = decided(verification(draft, evidence), "same", "1");
        try {
            desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), asked);
            return "verified";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    private String verifyRefused(String patient, Parameters asked) {
        return Clinic.refusal(() -> desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient, asked));
    }

    private List<String> tasksAbout(String patient) {
        var found = desk.clinic
                .as(desk.supervisor)
                .search()
                .forResource(Task.class)
                .where(Task.PATIENT.hasId(patient))
                .and(Task.CODE.exactly().code("decide-match"))
                .returnBundle(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(entry -> "Task/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static boolean verified(Patient mother) {
        var mark = mother.getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified");
        return ((BooleanType) mark.getValue()).booleanValue();
    }
}
