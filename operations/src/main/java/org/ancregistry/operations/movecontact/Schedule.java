package org.ancregistry.operations.movecontact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.pregnancy.ContactDays;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.PlannedContacts;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Her planned contacts, each known by its first day. What was planned before stays beside what is planned now. */
record Schedule(CarePlan plan, Clock clock) {

    private static final String MOVED = Canon.extension("anc-moved-contact");

    /** The contact that begins on that day and was not called off. */
    Optional<CarePlanActivityDetailComponent> beginning(LocalDate day) {
        return open().filter(detail -> day.equals(first(detail))).findFirst();
    }

    private Stream<CarePlanActivityDetailComponent> open() {
        return plan.getActivity().stream()
                .map(CarePlanActivityComponent::getDetail)
                .filter(detail -> PlannedContacts.isOpen(detail) && detail.hasScheduledPeriod());
    }

    private LocalDate first(CarePlanActivityDetailComponent detail) {
        return ContactMoment.day(detail.getScheduledPeriod().getStartElement(), clock);
    }

    /** The days of the contact that is planned before the one that begins on {@code day}. */
    Optional<ContactDays> before(LocalDate day) {
        return days().filter(days -> days.first().isBefore(day)).max(Comparator.comparing(ContactDays::first));
    }

    /** The days of the contact that is planned after it. */
    Optional<ContactDays> after(LocalDate day) {
        return days().filter(days -> days.first().isAfter(day)).min(Comparator.comparing(ContactDays::first));
    }

    private Stream<ContactDays> days() {
        return open().filter(detail -> detail.getScheduledPeriod().hasEnd())
                .map(detail -> new ContactDays(
                        first(detail),
                        ContactMoment.day(detail.getScheduledPeriod().getEndElement(), clock)));
    }

    static void move(CarePlanActivityDetailComponent contact, NewDays days, String reason, String by, DateTimeType at) {
        var moved = contact.addExtension().setUrl(MOVED);
        moved.addExtension("from", contact.getScheduledPeriod().copy());
        moved.addExtension("reason", new StringType(reason));
        moved.addExtension("by", new Reference(by));
        moved.addExtension("at", at.copy());
        contact.setScheduled(new Period()
                .setStartElement(new DateTimeType(days.first().toString()))
                .setEndElement(new DateTimeType(days.last().toString())));
    }
}
