package org.ancregistry.portals.registry;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.OpenedRecord.Reviewed;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Reads the tasks to review openings, and what came of them. */
final class OpenedReader {

    private static final String DETAILS = "https://ancregistry.org/fhir/CodeSystem/anc-task-detail";

    private final List<Task> tasks;
    private final Map<String, Patient> women;

    /** @param found tasks, with the women that they are about */
    OpenedReader(Bundle found) {
        this.tasks = resources(found, Task.class).toList();
        this.women = resources(found, Patient.class)
                .collect(Collectors.toMap(OpenedReader::id, woman -> woman, (one, same) -> one));
    }

    /** Ids of the Practitioners who opened and reviewed. */
    List<String> people() {
        return tasks.stream()
                .flatMap(task -> Stream.concat(Stream.of(doctor(task)), Stream.ofNullable(reviewer(task))))
                .distinct()
                .toList();
    }

    /** @param people with their names */
    List<OpenedRecord> read(Bundle people) {
        var names = resources(people, Practitioner.class)
                .filter(person -> person.getNameFirstRep().hasText())
                .collect(Collectors.toMap(
                        OpenedReader::id, person -> person.getNameFirstRep().getText(), (one, same) -> one));
        return tasks.stream().map(task -> opened(task, names)).toList();
    }

    private OpenedRecord opened(Task task, Map<String, String> names) {
        var patient = task.getFor().getReferenceElement().getIdPart();
        return new OpenedRecord(
                id(task),
                Optional.ofNullable(task.getMeta().getVersionId()).orElse(""),
                patient,
                Optional.ofNullable(women.get(patient)).flatMap(Referrals::phn),
                doctor(task),
                names.get(doctor(task)),
                instant(task.getAuthoredOn()),
                task.getReasonCode().getCodingFirstRep().getCode(),
                task.getReasonCode().getText(),
                task.getStatus() == TaskStatus.COMPLETED ? reviewed(task, names) : null);
    }

    private static Reviewed reviewed(Task task, Map<String, String> names) {
        return new Reviewed(
                task.getOutput().stream()
                        .filter(output -> output.getType().hasCoding(DETAILS, "decision"))
                        .map(TaskOutputComponent::getValue)
                        .map(decision -> decision.primitiveValue())
                        .findFirst()
                        .orElse(""),
                names.get(String.valueOf(reviewer(task))),
                instant(task.getLastModified()),
                note(task).map(Annotation::getText).orElse(null));
    }

    private static Optional<Annotation> note(Task task) {
        return task.getNote().stream().reduce((earlier, later) -> later);
    }

    private static @Nullable String reviewer(Task task) {
        return note(task)
                .filter(Annotation::hasAuthorReference)
                .map(note ->
                        ((Reference) note.getAuthor()).getReferenceElement().getIdPart())
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String doctor(Task task) {
        return task.getRequester().getReferenceElement().getIdPart();
    }

    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    private static <R> Stream<R> resources(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
