package org.ancregistry.operations.arrangeappointment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Bookings;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Day;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Missed;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a woman a day between visits, moves the one that she has, or calls it off. A moved appointment is called off and
 * another is booked, as when she asks for it herself: her calendar takes the one out and the other in. What she missed
 * stands as missed, and she is given another day with it.
 */
public final class ArrangingAppointments {

    private static final Logger LOG = LoggerFactory.getLogger(ArrangingAppointments.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final BookingTurns turns;
    private final OldAppointments before;
    private final MissedDays missing;
    private final FreeDays days;
    private final Bookings bookings;
    private final Clock clock;

    public ArrangingAppointments(
            Once once,
            Reach reach,
            Records records,
            BookingTurns turns,
            OldAppointments before,
            MissedDays missing,
            FreeDays days,
            Bookings bookings,
            Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.turns = turns;
        this.before = before;
        this.missing = missing;
        this.days = days;
        this.bookings = bookings;
        this.clock = clock;
    }

    Parameters arrange(Caller caller, ArrangeAppointment asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR);
        reach.require(caller, asked.patient());
        if (reach.isEmergency(caller, asked.patient())) {
            throw Problem.FORBIDDEN.because(
                    "In an emergency you write one contact; those in whose care she is give her days.");
        }
        var request = new Asked(asked.requestId(), "$arrange-appointment", asked.content());
        return once.doOnce(caller, request, () -> arrangeNow(caller, asked)).told();
    }

    private Parameters arrangeNow(Caller caller, ArrangeAppointment asked) {
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        return asked.missed() == null
                ? changeNow(caller, asked, papers)
                : missNow(caller, asked, asked.missed(), papers);
    }

    private Parameters changeNow(Caller caller, ArrangeAppointment asked, DeskPapers papers) {
        var old = asked.old() == null ? null : before.standing(asked.patient(), asked.old());
        var written = new ArrayList<Resource>();
        var booked = booked(caller, asked, old);
        if (booked != null) {
            written.add(booked);
        }
        if (old != null) {
            written.addAll(before.calledOff(old, papers, asked.words(), booked));
        }
        return write(
                written,
                papers,
                old == null ? "CREATE" : "UPDATE",
                Objects.requireNonNull(booked == null ? old : booked));
    }

    private Parameters missNow(Caller caller, ArrangeAppointment asked, Missed missed, DeskPapers papers) {
        var planned = missed.contact();
        var passed = planned == null
                ? before.passed(asked.patient(), Objects.requireNonNull(asked.old()))
                : missing.schedule(asked.patient(), planned);
        var written = new ArrayList<Resource>(List.of(passed));
        var booked = booked(caller, asked, passed instanceof Appointment old ? old : null);
        if (booked != null) {
            written.add(booked);
        }
        if (passed instanceof Appointment appointment) {
            written.addAll(before.answered(appointment, papers, booked));
        }
        missing.mark(passed, missed, papers);
        return write(written, papers, "UPDATE", booked == null ? passed : booked);
    }

    private Parameters write(List<Resource> written, DeskPapers papers, String activity, Resource arranged) {
        var all = new ArrayList<>(written);
        all.add(papers.provenance(written, activity));
        records.write(all);
        LOG.info("Arranged {} by {}", Canon.referenceTo(arranged), papers.by());
        return answer(arranged);
    }

    /** Who gives no day waits for her turn all the same. */
    private @Nullable Appointment booked(Caller caller, ArrangeAppointment asked, @Nullable Appointment old) {
        var day = asked.day();
        if (day == null) {
            turns.take(asked.patient());
            return null;
        }
        return booked(caller, asked, day, old);
    }

    private Appointment booked(Caller caller, ArrangeAppointment asked, Day day, @Nullable Appointment old) {
        var place = place(caller, day, old);
        turns.take(asked.patient(), place, days.of(day));
        var booked = bookings.book(asked.patient(), day.start(), place, "start");
        days.require(asked.patient(), place, day, old);
        return booked;
    }

    private static String place(Caller caller, Day day, @Nullable Appointment old) {
        return Optional.ofNullable(day.place())
                .or(() -> Optional.ofNullable(old).flatMap(Appointments::place))
                .orElseGet(() -> Given.present(caller.facility(), "place"));
    }

    private static Parameters answer(Resource arranged) {
        var answer = new Parameters();
        answer.addParameter()
                .setName(arranged instanceof Appointment ? "appointment" : "schedule")
                .setValue(new Reference(Canon.referenceTo(arranged)));
        answer.addParameter()
                .setName("version")
                .setValue(new StringType(arranged.getMeta().getVersionId()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
