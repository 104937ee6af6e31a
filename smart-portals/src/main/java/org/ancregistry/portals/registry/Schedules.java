package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/** What is done about her planned contacts. */
public final class Schedules {

    private final Registry registry;

    Schedules(Registry registry) {
        this.registry = registry;
    }

    /**
     * Gives a planned contact other days.
     *
     * @throws RegistryRefusal {@code version-conflict} when the schedule was changed meanwhile, {@code contact-held},
     *     {@code contact-out-of-order}, {@code pregnancy-ended}, or {@code parameter-invalid} for days on which it cannot be held
     */
    public void move(HttpServletRequest request, String patient, Move move) {
        var asked = new Parameters()
                .addParameter("request-id", move.requestId())
                .addParameter("based-on", move.basedOn())
                .addParameter("reason", move.reason());
        asked.addParameter().setName("schedule").setValue(new Reference(move.schedule()));
        asked.addParameter("contact", new DateType(move.contact().toString()));
        asked.addParameter("first-day", new DateType(move.first().toString()));
        asked.addParameter("last-day", new DateType(move.last().toString()));
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$move-contact")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * Other days for a contact.
     *
     * @param schedule {@code CarePlan/…} as the page showed it in the version {@code basedOn}
     * @param contact its first day in that version
     */
    public record Move(
            String requestId,
            String schedule,
            String basedOn,
            LocalDate contact,
            LocalDate first,
            LocalDate last,
            String reason) {}
}
