package org.ancregistry.operations.updatecontact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.HowToReach;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts right how a woman is reached and where she lives now: nobody loses her because a number was written down wrongly. */
public final class UpdatingContact {

    private static final Logger LOG = LoggerFactory.getLogger(UpdatingContact.class);

    private final Once once;
    private final Reach reach;
    private final Records records;
    private final Clock clock;

    public UpdatingContact(Once once, Reach reach, Records records, Clock clock) {
        this.once = once;
        this.reach = reach;
        this.records = records;
        this.clock = clock;
    }

    Parameters update(Caller caller, UpdateContact asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR);
        reach.require(caller, asked.patient());
        requirePossible(asked);
        var request = new Asked(asked.requestId(), "$update-contact", asked.content());
        return once.doOnce(caller, request, () -> updateNow(caller, asked)).told();
    }

    /** Nothing is given and taken away at once, and a request that says nothing is a mistake. */
    private static void requirePossible(UpdateContact asked) {
        refuse(asked.phone() != null || asked.shared() != null, Detail.PHONE, asked);
        refuse(asked.person() != null, Detail.CONTACT, asked);
        refuse(asked.home() != null, Detail.ADDRESS, asked);
        var nothing = asked.phone() == null
                && asked.shared() == null
                && asked.language() == null
                && asked.person() == null
                && asked.home() == null
                && asked.removed().isEmpty();
        if (nothing) {
            throw Problem.PARAMETER_INVALID.because("Say what is otherwise: her phone, language, contact or address.");
        }
    }

    private static void refuse(boolean given, Detail detail, UpdateContact asked) {
        if (given && asked.removed().contains(detail)) {
            throw Problem.PARAMETER_INVALID
                    .because("Either give her " + detail.code() + " or remove it.")
                    .at("remove");
        }
    }

    private Parameters updateNow(Caller caller, UpdateContact asked) {
        var mother = records.read(Patient.class, asked.patient())
                .orElseThrow(() -> Problem.NOT_FOUND.because("No such record among those in your care."));
        SeenVersion.require(
                asked.basedOn(),
                mother,
                "Her record was changed after you opened it. Look at it, then send this again.");
        var changed = change(mother, asked);
        if (!changed.isEmpty()) {
            var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
            records.write(List.of(mother, papers.provenance(List.of(mother), "UPDATE")));
            LOG.info("Put right how {} is reached for {}: {}", asked.patient(), caller.id(), changed);
        }
        return answer(mother, changed);
    }

    /** @return the names of what is otherwise now */
    private static List<String> change(Patient mother, UpdateContact asked) {
        var reached = new HowToReach(mother);
        var changed = new ArrayList<String>();
        each(changed, "phone", () -> phone(reached, asked));
        each(changed, "language", () -> asked.language() != null && reached.speaks(asked.language()));
        each(changed, "contact", () -> person(reached, asked));
        each(changed, "address", () -> home(reached, asked));
        return changed;
    }

    private static void each(List<String> changed, String name, BooleanSupplier change) {
        if (change.getAsBoolean()) {
            changed.add(name);
        }
    }

    private static boolean phone(HowToReach reached, UpdateContact asked) {
        if (asked.removed().contains(Detail.PHONE)) {
            return reached.hasNoPhone();
        }
        var called = asked.phone() != null && reached.isCalledAt(asked.phone());
        if (asked.shared() == null) {
            return called;
        }
        if (reached.phone() == null) {
            throw Problem.PARAMETER_INVALID
                    .because("Enter the phone number that you say this of.")
                    .at("phone");
        }
        return reached.sharesPhone(asked.shared()) || called;
    }

    private static boolean person(HowToReach reached, UpdateContact asked) {
        if (asked.removed().contains(Detail.CONTACT)) {
            return reached.isCalledForByNobody();
        }
        return asked.person() != null && reached.isCalledForBy(asked.person());
    }

    private static boolean home(HowToReach reached, UpdateContact asked) {
        if (asked.removed().contains(Detail.ADDRESS)) {
            return reached.livesAsProven();
        }
        return asked.home() != null && reached.livesAt(asked.home());
    }

    private static Parameters answer(Patient mother, List<String> changed) {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(Canon.referenceTo(mother)));
        answer.addParameter(
                "version", Objects.requireNonNullElse(mother.getMeta().getVersionId(), ""));
        changed.forEach(name -> answer.addParameter("changed", new CodeType(name)));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
