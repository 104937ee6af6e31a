package org.ancregistry.operations.askclinic;

import java.util.List;
import org.ancregistry.operations.Bookings;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.AskedTasks;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** Calls an appointment off and books another: her calendar takes the one out and the other in. */
public final class OtherDays {

    private static final String START = "next-appointment.start";

    private final Records records;
    private final Bookings bookings;

    public OtherDays(Records records, Bookings bookings) {
        this.records = records;
        this.bookings = bookings;
    }

    /** The new appointment; it and the old one, where that still stood, are added to {@code written}. */
    Appointment instead(Task task, AnswerMother.Next next, List<Resource> written) {
        if (!Tasks.is(task, Tasks.ANOTHER_DAY)) {
            throw Problem.PARAMETER_INVALID
                    .because("She did not ask for another day.")
                    .at("next-appointment");
        }
        var old = records.read(Appointment.class, AskedTasks.about(task));
        var place = next.place() == null ? old.flatMap(Appointments::place).orElse(null) : next.place();
        var booked =
                bookings.book(Tasks.patient(task), next.start(), Given.present(place, "next-appointment.place"), START);
        old.filter(Appointments::stands).ifPresent(before -> {
            Appointments.callOffForHer(before);
            written.add(before);
        });
        written.add(booked);
        return booked;
    }
}
