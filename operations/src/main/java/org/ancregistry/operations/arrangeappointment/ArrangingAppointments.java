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
 * another is booked, as when she asks for it herself: her calendar takes the one out and the other in.
 */
public final class ArrangingAppointments {

    private static final Logger LOG = LoggerFactory.getLogger(ArrangingAppointments.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final BookingTurns turns;
    private final OldAppointments before;
    private final FreeDays days;
    private final Bookings bookings;
    private final Clock clock;

    public ArrangingAppointments(
            Once once,
            Reach reach,
            Records records,
            BookingTurns turns,
            OldAppointments before,
            FreeDays days,
            Bookings bookings,
            Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.turns = turns;
        this.before = before;
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
        var old = asked.old() == null ? null : before.standing(asked.patient(), asked.old());
        var written = new ArrayList<Resource>();
        var booked = asked.day() == null ? null : booked(caller, asked, asked.day(), old);
        if (booked == null) {
            turns.take(asked.patient());
        } else {
            written.add(booked);
        }
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        if (old != null) {
            written.addAll(before.calledOff(old, papers, asked.words(), booked));
        }
        written.add(papers.provenance(List.copyOf(written), old == null ? "CREATE" : "UPDATE"));
        records.write(written);
        var arranged = Objects.requireNonNull(booked == null ? old : booked);
        LOG.info("Arranged {} by {}", Canon.referenceTo(arranged), caller.id());
        return answer(arranged);
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

    private static Parameters answer(Appointment arranged) {
        var answer = new Parameters();
        answer.addParameter().setName("appointment").setValue(new Reference(Canon.referenceTo(arranged)));
        answer.addParameter()
                .setName("version")
                .setValue(new StringType(arranged.getMeta().getVersionId()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
