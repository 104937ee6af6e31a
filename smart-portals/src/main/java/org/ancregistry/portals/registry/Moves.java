package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Mothers who move from one midwife's area to another. */
public final class Moves {

    private static final String TASKS = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final int MOST_COMING = 50;

    private final Registry registry;

    Moves(Registry registry) {
        this.registry = registry;
    }

    /**
     * A mother who is being handed over.
     *
     * @param patient id of her Patient
     * @param name as the list shows it
     * @param area {@code Organization/…} that she moves to
     * @param note what the giving midwife wrote
     */
    public record Move(
            String patient,
            @Nullable String name,
            String area,
            @Nullable String note) {

        @Override
        public String toString() {
            return "Move[" + patient + "]";
        }
    }

    /** The hand-over of that mother that nobody has finished. */
    public Optional<Move> of(HttpServletRequest request, String patient) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Task.class)
                        .where(Task.PATIENT.hasId("Patient/" + patient))
                        .and(new TokenClientParam("code").exactly().systemAndCode(TASKS, "hand-over"))
                        .and(new TokenClientParam("status").exactly().code("requested"))
                        .count(1)
                        .returnBundle(Bundle.class)
                        .execute());
        return all(found, Task.class).findFirst().map(task -> move(task, List.of()));
    }

    /** The mothers who are handed over to the caller's areas, those who wait longest first. */
    public List<Move> coming(HttpServletRequest request) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Task.class)
                        .where(new TokenClientParam("code").exactly().systemAndCode(TASKS, "hand-over"))
                        .and(new TokenClientParam("status").exactly().code("requested"))
                        .include(Task.INCLUDE_PATIENT)
                        .sort()
                        .ascending("authored-on")
                        .offset(0)
                        .count(MOST_COMING)
                        .returnBundle(Bundle.class)
                        .execute());
        var people = all(found, Patient.class).toList();
        return all(found, Task.class).map(task -> move(task, people)).toList();
    }

    private static Move move(Task task, List<Patient> people) {
        var patient = task.getFor().getReferenceElement().getIdPart();
        return new Move(
                patient,
                people.stream()
                        .filter(person -> person.getIdElement().getIdPart().equals(patient))
                        .map(person -> person.getNameFirstRep().getText())
                        .findFirst()
                        .orElse(null),
                task.getOwner().getReference(),
                task.hasNote() ? task.getNoteFirstRep().getText() : null);
    }

    /**
     * Gives her to another area, takes her over, or takes the hand-over back.
     *
     * @param patient id of her Patient
     */
    public void act(HttpServletRequest request, String patient, Act act) {
        var asked = new Parameters().addParameter("request-id", act.requestId());
        asked.addParameter().setName("action").setValue(new CodeType(act.action()));
        if (act.area() != null) {
            asked.addParameter().setName("area").setValue(new Reference("Organization/" + act.area()));
        }
        if (act.reason() != null) {
            asked.addParameter("reason", act.reason());
        }
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$hand-over")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * What is done.
     *
     * @param action {@code give}, {@code take} or {@code withdraw}
     * @param area id of the Organization that she moves to
     */
    public record Act(
            String requestId,
            String action,
            @Nullable String area,
            @Nullable String reason) {}

    private static <R extends Resource> Stream<R> all(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
