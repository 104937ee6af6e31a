package org.ancregistry.operations.recordvisit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.DatingEvidence;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.GivenAnswers;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.ReviewedAnswers;
import org.ancregistry.operations.fhir.AnswerResources;
import org.ancregistry.operations.fhir.Computed;
import org.ancregistry.operations.fhir.ContactContext;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What was found at a contact, and what follows from it for the age of the pregnancy. */
final class VisitFindings {

    private final PregnancyFacts facts;
    private final Assessing assessing;
    private final Clock clock;

    VisitFindings(PregnancyFacts facts, Assessing assessing, Clock clock) {
        this.facts = facts;
        this.assessing = assessing;
        this.clock = clock;
    }

    /**
     * What is known beside the contact.
     *
     * @param since when the pregnancy began to be cared for
     * @param earlier what earlier contacts found
     * @param gone references of what the same act strikes out
     * @param adds whether it belongs to an earlier contact
     */
    record Known(LocalDate since, List<Resource> earlier, Set<String> gone, boolean adds) {}

    Found of(RecordVisit asked, ContactContext context, Known beside) {
        var on = ContactMoment.day(asked.when(), clock);
        var known = assessing.dating(asked.patient(), beside.since(), beside.gone());
        var given = GivenAnswers.review(asked.answers(), occasion(asked, on, known, beside));
        var answers = given.answers();
        var resources = new ArrayList<Resource>(new AnswerResources(context, given.confirmed()).of(answers));
        var dated = newDating(answers, on, beside.earlier(), () -> lastPeriod(asked, beside));
        var dating = dated.or(() -> known);
        if (!beside.adds() || dated.isPresent()) {
            resources.addAll(computed(dated, dating, on, new Computed(context)));
        }
        var anew = dated.filter(
                now -> known.filter(before -> before.edd().equals(now.edd())).isEmpty());
        return new Found(given, dating.orElse(null), anew.isPresent(), resources);
    }

    /**
     * What was found.
     *
     * @param dating the dating in use from now on, where there is any
     * @param datedAnew whether that is another day than before
     * @param resources what is written of it
     */
    record Found(ReviewedAnswers given, @Nullable Dating dating, boolean datedAnew, List<Resource> resources) {}

    /** How far she is and what she weighed last say what is usual. */
    private Occasion occasion(RecordVisit asked, LocalDate on, Optional<Dating> known, Known beside) {
        var occasion = beside.adds() ? Occasion.addendum(on) : occasion(asked, on);
        var weighed = assessing
                .lastWeight(beside.earlier())
                .map(occasion::afterWeight)
                .orElse(occasion);
        return known.flatMap(dating -> dating.ageOn(on))
                .map(age -> weighed.atWeeks(age.weeks()))
                .orElse(weighed);
    }

    private static Occasion occasion(RecordVisit asked, LocalDate on) {
        if (asked.sendsHerUrgently()) {
            return Occasion.urgentReferral(on);
        }
        return asked.isCall() ? Occasion.call(on) : Occasion.visit(on);
    }

    private static List<Observation> computed(
            Optional<Dating> dated, Optional<Dating> dating, LocalDate on, Computed computed) {
        if (dated.isPresent()) {
            return computed.dated(dated.get(), on);
        }
        return dating.flatMap(known -> computed.age(known, on)).map(List::of).orElse(List.of());
    }

    /** A scan or a last period that is told now may date the pregnancy anew. */
    private static Optional<Dating> newDating(
            Answers answers, LocalDate on, List<Resource> earlier, Supplier<Optional<LocalDate>> lastPeriodBefore) {
        var told = DatingEvidence.in(answers);
        if (told.lastPeriod() == null && told.scanEdd() == null) {
            return Optional.empty();
        }
        var lastPeriod = told.lastPeriod() == null ? lastPeriodBefore.get().orElse(null) : told.lastPeriod();
        var certain = told.lastPeriodCertain() && (told.lastPeriod() != null || !wasUncertain(earlier));
        return new DatingEvidence(lastPeriod, certain, told.scanEdd(), told.scanned()).dating(on);
    }

    /** Whether she was not sure of her last period when she was asked last. */
    private static boolean wasUncertain(List<Resource> earlier) {
        return earlier.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(found -> found.getStatus() != ObservationStatus.ENTEREDINERROR)
                .filter(found -> found.getCode().getCoding().stream()
                        .anyMatch(coding -> code("lmp_certainty").equals(coding.getCode())))
                .filter(found -> found.getValue() instanceof CodeableConcept)
                .findFirst()
                .filter(found -> DatingEvidence.isUncertain(
                        found.getValueCodeableConcept().getCodingFirstRep().getCode()))
                .isPresent();
    }

    private Optional<LocalDate> lastPeriod(RecordVisit asked, Known beside) {
        return facts.date(asked.patient(), code("lmp"), beside.since(), beside.gone());
    }

    private static String code(String field) {
        return Dictionary.anc().require(field).primary().code();
    }
}
