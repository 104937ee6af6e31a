package org.ancregistry.operations.movecontact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.HeldContacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a planned contact other days, for a reason that stands beside them. Nobody moves what she has not seen, what was held
 * already, or what nobody could hold any more; and her contacts keep their order.
 */
public final class MovingContacts {

    private static final Logger LOG = LoggerFactory.getLogger(MovingContacts.class);
    private static final int LONGEST_REASON = 500;
    /** A pregnancy is post-term from 42 weeks on, two weeks after the expected day; none is left alone beyond that. */
    private static final int WEEKS_AFTER_EDD = 2;

    private static final int WEEKS_UNDATED = 42;

    private final Once once;
    private final Reach reach;
    private final OpenPregnancies pregnancies;
    private final PregnancyFacts facts;
    private final HeldContacts held;
    private final Records records;
    private final Clock clock;

    public MovingContacts(
            Once once,
            Reach reach,
            OpenPregnancies pregnancies,
            PregnancyFacts facts,
            HeldContacts held,
            Records records,
            Clock clock) {
        this.once = once;
        this.reach = reach;
        this.pregnancies = pregnancies;
        this.facts = facts;
        this.held = held;
        this.records = records;
        this.clock = clock;
    }

    Parameters move(Caller caller, MoveContact asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR);
        reach.require(caller, asked.patient());
        if (reach.isEmergency(caller, asked.patient())) {
            throw Problem.FORBIDDEN.because(
                    "In an emergency you write one contact; those in whose care she is plan the next ones.");
        }
        if (asked.reason().length() > LONGEST_REASON) {
            throw Problem.PARAMETER_INVALID
                    .because("Say why in at most " + LONGEST_REASON + " letters.")
                    .at("reason");
        }
        var request = new Asked(asked.requestId(), "$move-contact", asked.content());
        return once.doOnce(caller, request, () -> moveNow(caller, asked)).told();
    }

    private Parameters moveNow(Caller caller, MoveContact asked) {
        var pregnancy = pregnancies.of(asked.patient());
        var plan = plan(asked);
        var schedule = new Schedule(plan, clock);
        var contact = schedule.beginning(asked.contact())
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("No contact of her schedule begins on that day.")
                        .at("contact"));
        var lastSeen = held.last(asked.patient()).orElse(null);
        requireAhead(asked, pregnancy, lastSeen);
        requireInOrder(asked, schedule, lastSeen);
        var when = ContactMoment.now(clock);
        Schedule.move(contact, asked.days(), asked.reason(), caller.id(), when);
        var papers = new DeskPapers(asked.patient(), when, caller.id(), caller.facility());
        records.write(List.of(plan, papers.provenance(List.of(plan), "UPDATE")));
        LOG.info("Moved a contact in {} for {}", Canon.referenceTo(plan), caller.id());
        return answer(plan);
    }

    private CarePlan plan(MoveContact asked) {
        var plan = records.read(CarePlan.class, asked.schedule())
                .filter(found -> found.getStatus() == CarePlanStatus.ACTIVE)
                .filter(found -> asked.patient()
                        .equals("Patient/"
                                + found.getSubject().getReferenceElement().getIdPart()))
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("She has no such schedule now.")
                        .at("schedule"));
        SeenVersion.require(
                asked.basedOn(),
                plan,
                "Her schedule was changed after you opened it. Look at it, then send this again.");
        return plan;
    }

    private void requireAhead(MoveContact asked, EpisodeOfCare pregnancy, @Nullable LocalDate lastSeen) {
        if (lastSeen != null && !asked.contact().isAfter(lastSeen)) {
            throw Problem.CONTACT_HELD
                    .because("She was seen on " + lastSeen + ", which answered this contact: move a later one.")
                    .at("contact");
        }
        asked.days().requireAhead(LocalDate.now(clock), lastSeen, end(asked.patient(), pregnancy));
    }

    private LocalDate end(String patient, EpisodeOfCare pregnancy) {
        var since = ContactMoment.day(pregnancy.getPeriod().getStartElement(), clock);
        return facts.date(patient, Dictionary.anc().require("edd").primary().code(), since)
                .map(edd -> edd.plusWeeks(WEEKS_AFTER_EDD))
                .orElseGet(() -> since.plusWeeks(WEEKS_UNDATED));
    }

    /** What was held already is in nobody's way. */
    private static void requireInOrder(MoveContact asked, Schedule schedule, @Nullable LocalDate lastSeen) {
        schedule.before(asked.contact())
                .filter(before -> lastSeen == null || before.first().isAfter(lastSeen))
                .ifPresent(asked.days()::requireAfter);
        schedule.after(asked.contact()).ifPresent(asked.days()::requireBefore);
    }

    private static Parameters answer(CarePlan plan) {
        var answer = new Parameters();
        answer.addParameter().setName("schedule").setValue(new Reference(Canon.referenceTo(plan)));
        answer.addParameter()
                .setName("version")
                .setValue(new StringType(plan.getMeta().getVersionId()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
