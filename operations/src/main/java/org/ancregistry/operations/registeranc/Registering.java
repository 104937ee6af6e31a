package org.ancregistry.operations.registeranc;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.ancregistry.domain.pregnancy.DatingEvidence;
import org.ancregistry.domain.pregnancy.PlannedContact;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.GivenAnswers;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.registeranc.FirstRecord.Place;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a mother into care: everything about her first contact in one transaction, once, however often it is sent. */
public final class Registering {

    private static final Logger LOG = LoggerFactory.getLogger(Registering.class);
    private static final Set<String> CONTACT_TYPES =
            Set.of("field-clinic", "home-visit", "hospital-clinic", "vog-clinic");
    private static final Set<String> REASONS = Set.of("no-id", "no-phone", "refused", "provider-down", "other");

    private final Once once;
    private final LiveEvidence evidences;
    private final Mothers mothers;
    private final Records records;
    private final StrongKeys keys;
    private final LinkedPeople linked;
    private final TypedNationalId typedIds;
    private final Assessing assessing;
    private final OutsideRegistry outside;
    private final Clock clock;
    private final ContactSchedule schedule;

    public Registering(
            Once once,
            LiveEvidence evidences,
            Mothers mothers,
            Records records,
            StrongKeys keys,
            LinkedPeople linked,
            TypedNationalId typedIds,
            Assessing assessing,
            OutsideRegistry outside,
            ContactSchedule schedule,
            Clock clock) {
        this.once = once;
        this.evidences = evidences;
        this.mothers = mothers;
        this.records = records;
        this.keys = keys;
        this.linked = linked;
        this.typedIds = typedIds;
        this.assessing = assessing;
        this.outside = outside;
        this.schedule = schedule;
        this.clock = clock;
    }

    Parameters register(Caller caller, RegisterAnc asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR);
        var place = place(caller, asked);
        var answer = once.doOnce(
                caller,
                new Asked(asked.requestId(), "$register-anc", asked.content()),
                () -> outside.look(asked, registrant(caller, asked)),
                seen -> registerNow(caller, OutsideRegistry.decidable(asked, seen), place, seen));
        return answer.told();
    }

    private Parameters registerNow(Caller caller, RegisterAnc asked, Place place, Seen outsideSeen) {
        var registrant = registrant(caller, asked);
        var on = ContactMoment.day(place.when(), clock);
        var given = GivenAnswers.review(asked.answers(), Occasion.registration(on));
        var answers = given.answers();
        var dating = DatingEvidence.in(answers).dating(on).orElse(null);
        List<PlannedContact> plan = dating == null ? List.of() : schedule.plan(dating, on);
        var mother = mothers.of(caller, asked, registrant, place.area());
        var record = new FirstRecord(caller, asked, registrant, mother, place).answered(given);
        if (outsideSeen.unanswered() && mother.issued()) {
            record.lookedForLater();
        }
        if (dating != null) {
            record.dated(dating, on, plan);
        }
        var assessed = assessing.first(record.context(), on, answers, dating, mother.patient(), record.written());
        record.assessed(assessed.stored());
        records.write(record.complete());
        remember(caller, asked, registrant, mother.reference());
        LOG.info("Registered {} for {}", mother.reference(), caller.id());
        var answer = RegistrationAnswer.of(mother, record, registrant.verified(), dating, plan, assessed);
        given.askAbout(answer);
        return answer;
    }

    /** What is kept of who she is, beside the record: nobody else can be registered as her any more. */
    private void remember(Caller caller, RegisterAnc asked, Registrant registrant, String patient) {
        keys.belongTo(patient, registrant.keys(asked.decision()));
        if (registrant.nationalId() != null) {
            keys.keep(patient, registrant.nationalId());
        }
        var subject = registrant.subject();
        if (subject != null && !linked.link(subject, patient)) {
            throw asked.decision() == PhnDecision.USE_EXISTING
                    ? KnownMothers.boundToAnother()
                    : Mothers.alreadyRegistered();
        }
        if (registrant.evidence() != null) {
            evidences.useUp(registrant.evidence(), RequestKey.of(caller, asked.requestId()));
        }
    }

    private Registrant registrant(Caller caller, RegisterAnc asked) {
        var evidence = evidence(caller, asked);
        var typed = typedIds.in(asked.person());
        var declared = PatientDemographics.of(asked.person(), typed);
        var verified = evidence == null ? null : evidence.verified().nationalId();
        return new Registrant(evidence, declared, verified == null ? typed : verified);
    }

    private @Nullable IdentityEvidence evidence(Caller caller, RegisterAnc asked) {
        if (asked.evidence() != null) {
            return evidences.require(caller, asked.evidence(), asked.draft());
        }
        if (asked.unverifiedReason() == null || !REASONS.contains(asked.unverifiedReason())) {
            throw Problem.UNVERIFIED_REASON_MISSING
                    .because("Verify who she is, or say why not: no-id, no-phone, refused, provider-down or other.")
                    .at("unverified-reason");
        }
        if (!asked.consent().spoken()) {
            throw Problem.CONSENT_MISSING
                    .because("Without her own authentication, confirm that you heard her say it.")
                    .at("consent.spoken");
        }
        return null;
    }

    private Place place(Caller caller, RegisterAnc asked) {
        if (!CONTACT_TYPES.contains(asked.contact().type())) {
            throw Problem.PARAMETER_INVALID
                    .because("Say where she was seen: field-clinic, home-visit, hospital-clinic or vog-clinic.")
                    .at("contact-type");
        }
        var area = caller.areas().stream().sorted().findFirst();
        if (area.isEmpty() || caller.facility() == null) {
            throw Problem.FORBIDDEN.because("You have no area or no facility: ask an administrator.");
        }
        return new Place(
                area.get(),
                caller.facility(),
                ContactMoment.givenOrNow(asked.contact().when(), clock, "contact-date"));
    }
}
