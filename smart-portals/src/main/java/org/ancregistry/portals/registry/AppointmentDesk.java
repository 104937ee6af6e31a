package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What is done about her appointments between visits. */
public final class AppointmentDesk {

    private final Registry registry;

    AppointmentDesk(Registry registry) {
        this.registry = registry;
    }

    /**
     * Gives her a day, moves an appointment to it, or calls that off.
     *
     * @throws RegistryRefusal {@code clinic-full} or {@code appointment-same-day} unless that is said to have been seen,
     *     {@code already-decided} or {@code version-conflict} when somebody was faster, {@code pregnancy-ended}, or
     *     {@code parameter-invalid} for an appointment or a day that cannot be
     */
    public void arrange(HttpServletRequest request, String patient, Arrangement arranged) {
        var asked = new Parameters().addParameter("request-id", arranged.requestId());
        var old = arranged.old();
        if (old != null) {
            asked.addParameter().setName("appointment").setValue(new Reference(old.appointment()));
            asked.addParameter("based-on", old.basedOn());
        }
        var day = arranged.day();
        if (day != null) {
            add(asked, day);
        }
        if (arranged.reason() != null) {
            asked.addParameter("reason", arranged.reason());
        }
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$arrange-appointment")
                        .withParameters(asked)
                        .execute());
    }

    private static void add(Parameters asked, Day day) {
        asked.addParameter("start", new DateTimeType(Date.from(day.start().toInstant())));
        if (day.place() != null) {
            asked.addParameter().setName("place").setValue(new Reference(day.place()));
        }
        day.despite().forEach(seen -> asked.addParameter("despite", new CodeType(seen)));
    }

    /**
     * What is arranged with her.
     *
     * @param old the appointment that is moved or called off
     * @param day when she comes; null when the old one is called off
     * @param reason for her to read
     */
    public record Arrangement(
            String requestId,
            @Nullable Old old,
            @Nullable Day day,
            @Nullable String reason) {}

    /**
     * An appointment that she has.
     *
     * @param appointment {@code Appointment/…}
     * @param basedOn its version, as the page showed it
     */
    public record Old(String appointment, String basedOn) {}

    /**
     * A day for her.
     *
     * @param place {@code Organization/…}; where the person works when null
     * @param despite codes of refusals that the person has read and gives the day all the same
     */
    public record Day(ZonedDateTime start, @Nullable String place, List<String> despite) {}
}
