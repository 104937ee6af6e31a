package org.ancregistry.operations.recordvisit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Papers;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Resource;

/** Plans the contacts to come anew when a pregnancy is dated, or dated otherwise than before. */
final class Replanning {

    private final PregnancyFacts facts;
    private final ContactSchedule schedule;
    private final Clock clock;

    Replanning(PregnancyFacts facts, ContactSchedule schedule, Clock clock) {
        this.facts = facts;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * The plan that holds from now on, and those that it takes the place of.
     *
     * @param facility {@code Organization/…} in whose name it is planned
     * @param first the day of the first contact, from which contacts are counted
     */
    List<Resource> of(ContactContext context, String facility, Dating dating, LocalDate first) {
        var today = ContactMoment.day(context.when(), clock);
        var changed = new ArrayList<Resource>();
        for (var plan : facts.schedules(context.patient())) {
            changed.add(plan.setStatus(CarePlanStatus.REVOKED));
        }
        var ahead = schedule.plan(dating, first).stream()
                .filter(contact -> !contact.closes().isBefore(today))
                .toList();
        if (!ahead.isEmpty()) {
            changed.add(new Papers(context, facility).schedule(ahead));
        }
        return changed;
    }
}
