package org.ancregistry.operations.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a mother asks for herself. Her words are the Task's first note and the answer is the last; what she asks about is
 * its focus.
 */
public final class AskedTasks {

    /** An audit event is in no store that a reference could lead to, so it is named by its id. */
    private static final String URI = "urn:ietf:rfc:3986";

    private static final String UUID = "urn:uuid:";

    private AskedTasks() {}

    /**
     * She asks for another day.
     *
     * @param appointment {@code Appointment/…}
     * @param area whose midwives see it on their list
     */
    public static Task anotherDay(
            DeskPapers papers, String appointment, @Nullable Reference area, @Nullable String words) {
        var task = asked(papers.task(Tasks.ANOTHER_DAY, "She asks for another day."), papers, words);
        task.setFocus(new Reference(appointment));
        return area == null ? task : task.setOwner(area.copy());
    }

    /**
     * She does not know who looked at her record.
     *
     * @param auditEvent id of the AuditEvent
     */
    public static Task whoLooked(DeskPapers papers, String auditEvent, @Nullable String words) {
        var task = asked(papers.task(Tasks.WHO_LOOKED, "She does not know who looked at her record."), papers, words);
        task.addPerformerType(Canon.concept("anc-role", "privacy-officer"));
        return task.setFocus(new Reference()
                .setType("AuditEvent")
                .setIdentifier(new Identifier().setSystem(URI).setValue(UUID + auditEvent)));
    }

    private static Task asked(Task task, DeskPapers papers, @Nullable String words) {
        if (words != null) {
            Tasks.note(task, papers, words);
        }
        return task;
    }

    /** {@code Appointment/…} or {@code AuditEvent/…} that it is about. */
    public static String about(Task task) {
        return Optional.ofNullable(task.getFocus().getReference())
                .orElseGet(() -> "AuditEvent/"
                        + task.getFocus().getIdentifier().getValue().substring(UUID.length()));
    }

    /** Closes it, since the appointment that it is about is called off, with the words for her. */
    public static void calledOff(Task task, DeskPapers papers, @Nullable String words) {
        if (words != null) {
            Tasks.note(task, papers, words);
        }
        task.setStatus(TaskStatus.CANCELLED)
                .setLastModifiedElement(papers.when().copy());
    }

    /** Closes it, with the words for her and the appointment that she has instead. */
    public static void answered(Task task, DeskPapers papers, @Nullable String words, @Nullable Reference booked) {
        if (words != null) {
            Tasks.note(task, papers, words);
        }
        Tasks.complete(task, papers, booked == null ? "answered" : "another-day");
        if (booked != null) {
            Tasks.booked(task, booked);
        }
    }
}
