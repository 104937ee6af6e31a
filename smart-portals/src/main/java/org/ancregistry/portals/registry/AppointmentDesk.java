package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
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
     * Gives her a day, moves an appointment to it, calls that off, or writes that she did not come.
     *
     * @throws RegistryRefusal {@code clinic-full} or {@code appointment-same-day} unless that is said to have been seen,
     *     {@code already-decided} or {@code version-conflict} when somebody was faster, {@code not-yet-missed} or
     *     {@code contact-held} for what she can come to or came to, {@code pregnancy-ended}, or
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
        if (arranged.missed() != null) {
            add(asked, arranged.missed());
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

    private static void add(Parameters asked, Missed missed) {
        asked.addParameter("missed", new CodeType(missed.why()));
        if (missed.note() != null) {
            asked.addParameter("note", missed.note());
        }
        var contact = missed.contact();
        if (contact != null) {
            asked.addParameter().setName("schedule").setValue(new Reference(contact.schedule()));
            asked.addParameter("based-on", contact.basedOn());
            asked.addParameter("contact", new DateType(contact.first().toString()));
        }
    }

    /**
     * What is arranged with her.
     *
     * @param old the appointment that is moved, called off or was missed
     * @param day when she comes; null when the old one is called off, or she was given none after she missed it
     * @param reason for her to read
     * @param missed what she did not come to
     */
    public record Arrangement(
            String requestId,
            @Nullable Old old,
            @Nullable Day day,
            @Nullable String reason,
            @Nullable Missed missed) {}

    /**
     * She did not come.
     *
     * @param why a code of the guide's {@code anc-missed-reason}
     * @param note more about it, for staff
     * @param contact that was planned; null when it is the old appointment
     */
    public record Missed(
            String why, @Nullable String note, @Nullable Contact contact) {}

    /**
     * A planned contact.
     *
     * @param schedule {@code CarePlan/…} as the page showed it in the version {@code basedOn}
     * @param first its first day in that version
     */
    public record Contact(String schedule, String basedOn, LocalDate first) {}

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
