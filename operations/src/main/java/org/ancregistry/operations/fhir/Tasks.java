package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** What a Task says of work that is left to do, and what came of it. */
public final class Tasks {

    public static final String DECIDE_MATCH = "decide-match";
    public static final String VERIFY_LATER = "verify-later";
    public static final String HAND_OVER = "hand-over";

    /** Asks the registry itself to look into the country's directory, which did not answer when it was asked. */
    public static final String MATCH_LATER = "match-later";

    /** The mother asks for another day than that of an appointment. */
    public static final String ANOTHER_DAY = "another-day";

    /** The mother does not know somebody who looked at her record: for the privacy officer's eyes and hers alone. */
    public static final String WHO_LOOKED = "who-looked";

    /** Asks a supervisor whether it was in order that her record was opened in an emergency. */
    public static final String REVIEW_EMERGENCY = "review-emergency";

    /** Asks the facility that a mother was referred to for its answer. */
    static final String FEEDBACK = "fulfill";

    static final String FHIR_TASK = "http://hl7.org/fhir/CodeSystem/task-code";

    /** The number on the card that a mother showed. */
    private static final CodeableConcept PHN = Canon.concept("anc-dictionary", "phn");

    private static final Set<TaskStatus> CLOSED = Set.of(
            TaskStatus.COMPLETED,
            TaskStatus.CANCELLED,
            TaskStatus.REJECTED,
            TaskStatus.FAILED,
            TaskStatus.ENTEREDINERROR);

    private Tasks() {}

    public static boolean is(Task task, String kind) {
        return task.getCode().hasCoding(Canon.codeSystem("anc-task"), kind);
    }

    /** Whether it is of no use once the pregnancy is over; who she is remains to be settled even then. */
    public static boolean isOfPregnancy(Task task) {
        return is(task, HAND_OVER) || is(task, ANOTHER_DAY) || task.getCode().hasCoding(FHIR_TASK, FEEDBACK);
    }

    /** Asks a facility for its answer, and nobody there has taken it up. */
    public static boolean isFeedbackAsked(Task task) {
        return task.getCode().hasCoding(FHIR_TASK, FEEDBACK) && task.getStatus() == TaskStatus.REQUESTED;
    }

    public static boolean isOpen(Task task) {
        return !CLOSED.contains(task.getStatus());
    }

    /** {@code Patient/…} whose record it is about. */
    public static String patient(Task task) {
        return "Patient/" + task.getFor().getReferenceElement().getIdPart();
    }

    /** The number that was shown and could not be decided on, as it was typed. */
    public static Optional<String> claimedPhn(Task task) {
        return task.getInput().stream()
                .filter(input -> same(input.getType(), PHN))
                .map(input -> input.getValue().primitiveValue())
                .findFirst();
    }

    /** Names the number that was shown, or that the country's directory has for a woman who may be she. */
    public static Task withClaimedPhn(Task task, Phn phn) {
        task.addInput().setType(PHN).setValue(new StringType(phn.value()));
        return task;
    }

    /** Says that the number that is named is one of the country's directory: it stays hers if both are one woman. */
    public static Task ofDirectory(Task task) {
        task.addInput().setType(detail("directory")).setValue(new BooleanType(true));
        return task;
    }

    public static boolean isOfDirectory(Task task) {
        return task.getInput().stream().anyMatch(input -> same(input.getType(), detail("directory")));
    }

    /** Names a record that the registry itself found to be of the same person. */
    public static Task withCandidate(Task task, String patient) {
        task.addInput().setType(detail("candidate")).setValue(new Reference(patient));
        return task;
    }

    /** {@code Patient/…} that the registry itself named. */
    public static Optional<String> candidate(Task task) {
        return task.getInput().stream()
                .filter(input -> same(input.getType(), detail("candidate")))
                .map(input -> ((Reference) input.getValue()).getReference())
                .findFirst();
    }

    /** Says what was written about it, by whom and when. */
    public static void note(Task task, DeskPapers papers, String text) {
        task.addNote()
                .setText(text)
                .setTimeElement(new DateTimeType(papers.when().getValueAsString()))
                .setAuthor(new Reference(papers.by()));
        task.setLastModifiedElement(papers.when().copy());
    }

    /** Closes it with what was decided. */
    public static void complete(Task task, DeskPapers papers, String decision) {
        task.setStatus(TaskStatus.COMPLETED)
                .setLastModifiedElement(papers.when().copy());
        setOutput(task, "decision", new CodeType(decision));
    }

    /** Opens it again, as if nothing had been decided; what was decided stays in its history. */
    public static void reopen(Task task) {
        task.setStatus(TaskStatus.REQUESTED).setOutput(List.of());
    }

    public static Optional<String> decision(Task task) {
        return output(task, "decision").map(Type::primitiveValue);
    }

    /** Names the record that it was decided about. */
    public static void linked(Task task, String patient) {
        setOutput(task, "linked", new Reference(patient));
    }

    public static Optional<String> linked(Task task) {
        return output(task, "linked").map(linked -> ((Reference) linked).getReference());
    }

    /** Names the appointment that was booked. */
    static void booked(Task task, Reference appointment) {
        setOutput(task, "appointment", appointment);
    }

    private static Optional<Type> output(Task task, String detail) {
        return task.getOutput().stream()
                .filter(output -> same(output.getType(), detail(detail)))
                .map(TaskOutputComponent::getValue)
                .findFirst();
    }

    private static void setOutput(Task task, String detail, Type value) {
        task.getOutput().removeIf(output -> same(output.getType(), detail(detail)));
        task.addOutput().setType(detail(detail)).setValue(value);
    }

    static CodeableConcept detail(String code) {
        return Canon.concept("anc-task-detail", code);
    }

    private static boolean same(CodeableConcept one, CodeableConcept other) {
        var coding = other.getCodingFirstRep();
        return one.hasCoding(coding.getSystem(), coding.getCode());
    }
}
