package org.ancregistry.operations.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class AskedTasksTest {

    private static final DeskPapers PAPERS =
            new DeskPapers("Patient/1", new DateTimeType("2026-11-30T09:30:00+05:30"), "Patient/1", null);

    @Test
    void knowsWhatItIsAbout() {
        assertThat(AskedTasks.about(AskedTasks.anotherDay(PAPERS, "Appointment/30", null, null)))
                .isEqualTo("Appointment/30");
        assertThat(AskedTasks.about(AskedTasks.whoLooked(PAPERS, "5f0c8f5e", null)))
                .isEqualTo("AuditEvent/5f0c8f5e");
    }

    @Test
    void isOfNoUseOnceThePregnancyIsOverUnlessItIsAboutWhoLooked() {
        assertThat(Tasks.isOfPregnancy(AskedTasks.anotherDay(PAPERS, "Appointment/30", null, null)))
                .isTrue();
        assertThat(Tasks.isOfPregnancy(AskedTasks.whoLooked(PAPERS, "5f0c8f5e", null)))
                .isFalse();
    }

    @Test
    void keepsHerWordsBeforeTheAnswerAndNamesTheNewAppointment() {
        var task = AskedTasks.anotherDay(PAPERS, "Appointment/30", new Reference("Organization/3"), "Not that day.");
        var midwife = new DeskPapers("Patient/1", PAPERS.when(), "Practitioner/7", "Organization/9");
        AskedTasks.answered(task, midwife, "A week later.", new Reference("Appointment/31"));
        assertThat(task.getNote())
                .extracting(note -> note.getAuthorReference().getReference() + ": " + note.getText())
                .containsExactly("Patient/1: Not that day.", "Practitioner/7: A week later.");
        assertThat(Tasks.decision(task)).contains("another-day");
        assertThat(task.getOutput())
                .extracting(output -> output.getType().getCodingFirstRep().getCode())
                .containsExactly("decision", "appointment");
        assertThat(Tasks.isOpen(task)).isFalse();
    }

    @Test
    void isClosedWithTheAppointmentThatIsCalledOffAndSaysWhy() {
        var task = AskedTasks.anotherDay(PAPERS, "Appointment/30", null, "Not that day.");
        var midwife = new DeskPapers("Patient/1", PAPERS.when(), "Practitioner/7", "Organization/9");
        AskedTasks.calledOff(task, midwife, "The clinic is closed.");
        assertThat(Tasks.isOpen(task)).isFalse();
        assertThat(Tasks.decision(task)).as("nobody gave her another day").isEmpty();
        assertThat(task.getNote())
                .extracting(note -> note.getText())
                .containsExactly("Not that day.", "The clinic is closed.");
    }
}
