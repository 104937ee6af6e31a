package org.ancregistry.operations.recordvisit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.DatingEvidence;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.GivenAnswers;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.fhir.AnswerResources;
import org.ancregistry.operations.fhir.Computed;
import org.ancregistry.operations.fhir.ContactContext;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** What was found at a contact, and what follows from it for the age of the pregnancy. */
final class VisitFindings {

    private final PregnancyFacts facts;
    private final Clock clock;

    VisitFindings(PregnancyFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    List<Resource> of(RecordVisit asked, ContactContext context) {
        var on = ContactMoment.day(asked.when(), clock);
        var answers = GivenAnswers.review(asked.answers(), asked.adds() ? Occasion.addendum(on) : Occasion.visit(on));
        var resources = new ArrayList<Resource>(new AnswerResources(context).of(answers));
        if (!asked.adds()) {
            resources.addAll(computed(asked.patient(), answers, on, context));
        }
        return resources;
    }

    private List<Observation> computed(String patient, Answers answers, LocalDate on, ContactContext context) {
        var computed = new Computed(context);
        var dated = newDating(patient, answers, on);
        if (dated.isPresent()) {
            return computed.dated(dated.get(), on);
        }
        return facts.date(patient, code("edd"))
                .map(edd -> new Dating(edd, Dating.Source.LAST_PERIOD))
                .flatMap(dating -> computed.age(dating, on))
                .map(List::of)
                .orElse(List.of());
    }

    /** A scan or a last period that is told now may date the pregnancy anew. */
    private Optional<Dating> newDating(String patient, Answers answers, LocalDate on) {
        var told = DatingEvidence.in(answers);
        if (told.lastPeriod() == null && told.scanEdd() == null) {
            return Optional.empty();
        }
        var lastPeriod =
                told.lastPeriod() == null ? facts.date(patient, code("lmp")).orElse(null) : told.lastPeriod();
        return new DatingEvidence(lastPeriod, told.lastPeriodCertain(), told.scanEdd(), told.scanned()).dating(on);
    }

    private static String code(String field) {
        return Dictionary.anc().require(field).primary().code();
    }
}
