package org.ancregistry.operations.arrangeappointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.operations.HeldContacts;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Old;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.AskedTasks;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** The appointment that she has until now. Where she asked for another day than that of it, she is answered with it. */
public final class OldAppointments {

    private static final String APPOINTMENT = "appointment";
    private static final String CHANGED =
            "The appointment was changed after you opened it. Look at it, then send this again.";

    private final Records records;
    private final OpenTasks tasks;
    private final HeldContacts held;
    private final Clock clock;

    public OldAppointments(Records records, OpenTasks tasks, HeldContacts held, Clock clock) {
        this.records = records;
        this.tasks = tasks;
        this.held = held;
        this.clock = clock;
    }

    /** It, as the caller has seen it and as long as she is expected. */
    Appointment standing(String patient, Old old) {
        var appointment = hers(patient, old);
        if (isOver(appointment)) {
            throw Problem.PARAMETER_INVALID
                    .because(
                            "The day of it has passed: say that she missed it, or leave it as it is and give her a new day.")
                    .at(APPOINTMENT);
        }
        SeenVersion.require(old.basedOn(), appointment, CHANGED);
        return appointment;
    }

    /** One that she did not come to: its day is over, and nobody saw her on it. */
    Appointment passed(String patient, Old old) {
        var appointment = hers(patient, old);
        if (!isOver(appointment)) {
            throw Problem.NOT_YET_MISSED
                    .because("Its day is not over: she can still come. Move it or call it off if she does not.")
                    .at(APPOINTMENT);
        }
        var day = Appointments.day(appointment, clock);
        if (held.on(patient, day)) {
            throw Problem.CONTACT_HELD
                    .because("She was seen on " + day + ": she did not miss it.")
                    .at(APPOINTMENT);
        }
        SeenVersion.require(old.basedOn(), appointment, CHANGED);
        return appointment;
    }

    private Appointment hers(String patient, Old old) {
        var appointment = records.read(Appointment.class, old.appointment())
                .filter(one -> Appointments.isOf(one, patient))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("She has no such appointment.")
                        .at(APPOINTMENT));
        if (!Appointments.stands(appointment)) {
            throw Problem.ALREADY_DECIDED
                    .because("It does not stand any more: look at her appointments, and give her a new day if she needs"
                            + " one.")
                    .at(APPOINTMENT)
                    .concerning(old.appointment());
        }
        return appointment;
    }

    private boolean isOver(Appointment appointment) {
        return Appointments.day(appointment, clock).isBefore(LocalDate.now(clock));
    }

    /** All that is changed when it is called off, with the words for her and the one that she has instead. */
    List<Resource> calledOff(
            Appointment appointment, DeskPapers papers, @Nullable String words, @Nullable Appointment instead) {
        Appointments.callOff(appointment, words);
        var changed = new ArrayList<Resource>(List.of(appointment));
        for (var task : questions(papers.patient(), Canon.referenceTo(appointment))) {
            if (instead == null) {
                AskedTasks.calledOff(task, papers, words);
            } else {
                AskedTasks.answered(task, papers, words, new Reference(Canon.referenceTo(instead)));
            }
            changed.add(task);
        }
        return changed;
    }

    /** The questions that a new day answers after she missed this one; without a day they wait on. */
    List<Task> answered(Appointment missed, DeskPapers papers, @Nullable Appointment instead) {
        if (instead == null) {
            return List.of();
        }
        var open = questions(papers.patient(), Canon.referenceTo(missed));
        open.forEach(task -> AskedTasks.answered(task, papers, null, new Reference(Canon.referenceTo(instead))));
        return open;
    }

    /** In which she asks for another day than that of it. */
    private List<Task> questions(String patient, String appointment) {
        return tasks.about(patient, Tasks.ANOTHER_DAY).stream()
                .filter(task -> AskedTasks.about(task).equals(appointment))
                .toList();
    }
}
