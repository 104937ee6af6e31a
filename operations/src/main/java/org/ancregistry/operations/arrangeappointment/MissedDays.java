package org.ancregistry.operations.arrangeappointment;

import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.HeldContacts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Missed;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointment.Planned;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.PlannedContacts;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Resource;

/** Planned contacts to which she did not come, and how that is written beside what was planned. */
public final class MissedDays {

    private static final String CONTACT = "contact";

    private final Records records;
    private final HeldContacts held;
    private final Clock clock;

    public MissedDays(Records records, HeldContacts held, Clock clock) {
        this.records = records;
        this.held = held;
        this.clock = clock;
    }

    /** Her schedule, in which that contact was missed and nobody has said so yet. */
    CarePlan schedule(String patient, Planned planned) {
        var plan = records.read(CarePlan.class, planned.schedule())
                .filter(found -> found.getStatus() == CarePlanStatus.ACTIVE && Canon.isOf(patient, found.getSubject()))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("She has no such schedule now.")
                        .at("schedule"));
        var contact = contact(plan, planned.first());
        requireOver(contact);
        requireUnseen(patient, planned.first());
        if (PlannedContacts.missed(contact).isPresent()) {
            throw Problem.ALREADY_DECIDED
                    .because(
                            "It stands as missed already: look at her schedule, and give her a new day if she needs one.")
                    .at(CONTACT)
                    .concerning(planned.schedule());
        }
        SeenVersion.require(
                planned.basedOn(),
                plan,
                "Her schedule was changed after you opened it. Look at it, then send this again.");
        return plan;
    }

    private CarePlanActivityDetailComponent contact(CarePlan plan, LocalDate first) {
        return plan.getActivity().stream()
                .map(CarePlanActivityComponent::getDetail)
                .filter(detail -> PlannedContacts.isOpen(detail) && detail.hasScheduledPeriod())
                .filter(detail -> first.equals(
                        ContactMoment.day(detail.getScheduledPeriod().getStartElement(), clock)))
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("No contact of her schedule begins on that day.")
                        .at(CONTACT));
    }

    private void requireOver(CarePlanActivityDetailComponent contact) {
        var last = ContactMoment.day(contact.getScheduledPeriod().getEndElement(), clock);
        if (!last.isBefore(LocalDate.now(clock))) {
            throw Problem.NOT_YET_MISSED
                    .because("She can come until " + last + ". Move the contact if she cannot.")
                    .at(CONTACT);
        }
    }

    private void requireUnseen(String patient, LocalDate first) {
        held.last(patient).filter(seen -> !seen.isBefore(first)).ifPresent(seen -> {
            throw Problem.CONTACT_HELD
                    .because("She was seen on " + seen + ", which answered this contact.")
                    .at(CONTACT);
        });
    }

    /** Writes it on the appointment, or on the contact in her schedule. */
    void mark(Resource passed, Missed missed, DeskPapers papers) {
        if (passed instanceof Appointment appointment) {
            org.ancregistry.operations.fhir.Missed.mark(appointment, missed.reason(), papers);
        } else if (passed instanceof CarePlan plan && missed.contact() != null) {
            org.ancregistry.operations.fhir.Missed.mark(
                    contact(plan, missed.contact().first()), missed.reason(), papers);
        }
    }
}
