package org.ancregistry.portals.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Question.State;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Reads the Tasks with which mothers ask; other Tasks that came along are passed over. */
final class QuestionReader {

    static final String KINDS = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String UUID = "urn:uuid:";

    private QuestionReader() {}

    static List<Question> all(Bundle found) {
        var people = of(found, Patient.class).toList();
        return of(found, Task.class).flatMap(task -> one(task, people).stream()).toList();
    }

    /** As they came, each with the time of the appointment that it is about. */
    static List<OpenQuestion> open(Bundle found) {
        var appointments = of(found, Appointment.class)
                .filter(Appointment::hasStart)
                .collect(Collectors.toMap(
                        booked -> "Appointment/" + booked.getIdElement().getIdPart(),
                        booked -> booked.getStart().toInstant(),
                        (one, same) -> one));
        return all(found).stream()
                .map(question -> new OpenQuestion(question, appointments.get(question.about())))
                .toList();
    }

    static Optional<Question> one(Task task, List<Patient> people) {
        return Stream.of(Questions.ANOTHER_DAY, Questions.WHO_LOOKED)
                .filter(kind -> task.getCode().hasCoding(KINDS, kind))
                .findFirst()
                .map(kind -> question(task, kind, people));
    }

    private static Question question(Task task, String kind, List<Patient> people) {
        var patient = task.getFor().getReferenceElement().getIdPart();
        var answer = note(task, false);
        var closed = task.getStatus() != TaskStatus.REQUESTED && task.hasLastModified();
        return new Question(
                task.getIdElement().getIdPart(),
                kind,
                about(task.getFocus()),
                patient,
                name(patient, people),
                task.getAuthoredOn().toInstant(),
                note(task, true),
                state(task),
                answer,
                closed ? task.getLastModified().toInstant() : null);
    }

    private static String about(Reference focus) {
        return Optional.ofNullable(focus.getReference())
                .orElseGet(() -> "AuditEvent/"
                        + Objects.requireNonNullElse(focus.getIdentifier().getValue(), UUID)
                                .substring(UUID.length()));
    }

    private static @Nullable String name(String patient, List<Patient> people) {
        return people.stream()
                .filter(person -> person.getIdElement().getIdPart().equals(patient))
                .map(person -> person.getNameFirstRep().getText())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What she wrote herself, or what was written for her. */
    private static @Nullable String note(Task task, boolean hers) {
        return task.getNote().stream()
                .filter(note -> isHers(note) == hers)
                .map(Annotation::getText)
                .findFirst()
                .orElse(null);
    }

    private static boolean isHers(Annotation note) {
        return note.hasAuthorReference()
                && "Patient"
                        .equals(note.getAuthorReference().getReferenceElement().getResourceType());
    }

    private static State state(Task task) {
        if (task.getStatus() == TaskStatus.REQUESTED) {
            return State.OPEN;
        }
        var moved = task.getOutput().stream()
                .anyMatch(output -> output.getValue() instanceof Reference booked
                        && String.valueOf(booked.getReference()).startsWith("Appointment/"));
        if (moved) {
            return State.MOVED;
        }
        return task.getStatus() == TaskStatus.COMPLETED ? State.ANSWERED : State.CALLED_OFF;
    }

    private static <R extends Resource> Stream<R> of(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
