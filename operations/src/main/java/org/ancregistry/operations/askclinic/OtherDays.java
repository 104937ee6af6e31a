package org.ancregistry.operations.askclinic;

import java.time.Clock;
import java.util.List;
import java.util.TimeZone;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.AskedTasks;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** Calls an appointment off and books another: her calendar takes the one out and the other in. */
public final class OtherDays {

    private final Records records;
    private final OpenPregnancies pregnancies;
    private final Clock clock;

    /** @param clock in the zone in which appointments are written down */
    public OtherDays(Records records, OpenPregnancies pregnancies, Clock clock) {
        this.records = records;
        this.pregnancies = pregnancies;
        this.clock = clock;
    }

    /** The new appointment; it and the old one, where that still stood, are added to {@code written}. */
    Appointment instead(Task task, AnswerMother.Next next, List<Resource> written) {
        if (!Tasks.is(task, Tasks.ANOTHER_DAY)) {
            throw Problem.PARAMETER_INVALID
                    .because("She did not ask for another day.")
                    .at("next-appointment");
        }
        if (!next.start().getValue().toInstant().isAfter(clock.instant())) {
            throw Problem.PARAMETER_INVALID
                    .because("Give her a day that is still to come.")
                    .at("next-appointment.start");
        }
        pregnancies.of(Tasks.patient(task));
        var old = records.read(Appointment.class, AskedTasks.about(task));
        var place = next.place() == null ? old.flatMap(Appointments::place).orElse(null) : next.place();
        var booked = Appointments.booked(
                new Reference(Tasks.patient(task)),
                next.start(),
                Given.present(place, "next-appointment.place"),
                TimeZone.getTimeZone(clock.getZone()));
        old.filter(Appointments::stands).ifPresent(before -> {
            Appointments.callOffForHer(before);
            written.add(before);
        });
        written.add(booked);
        return booked;
    }
}
