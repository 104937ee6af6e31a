package org.ancregistry.operations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.RecordedFacts;
import org.ancregistry.operations.fhir.RiskAssessments;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.jspecify.annotations.Nullable;

/** Has the clinical rules look at a contact that is being written, with all that is known of the pregnancy. */
public final class Assessing {

    private static final int WHOLE_DATE = "2000-01-01".length();

    private final RuleBook rules;
    private final PregnancyFacts facts;
    private final Records records;
    private final Clock clock;
    private final RecordedFacts recorded;

    public Assessing(RuleBook rules, PregnancyFacts facts, Records records, Clock clock) {
        this.rules = rules;
        this.facts = facts;
        this.records = records;
        this.clock = clock;
        this.recorded = new RecordedFacts(clock.getZone());
    }

    /**
     * What the rules say.
     *
     * @param resource how it is stored
     */
    public record Assessed(Assessment assessment, RiskAssessment resource) {}

    /** At her first contact, of which nothing is stored yet. */
    public Assessed first(
            ContactContext context,
            LocalDate on,
            Answers answers,
            @Nullable Dating dating,
            Patient mother,
            List<Resource> written) {
        return assessed(context, on, answers, new Course(born(mother), dating, on), written, List.of());
    }

    /**
     * At a further contact.
     *
     * @param on the day of the contact that is judged
     * @param since when the pregnancy began to be cared for
     * @param written what is about to be stored, with what is being struck out
     */
    public Assessed contact(
            ContactContext context,
            LocalDate on,
            Answers answers,
            @Nullable Dating dating,
            DateTimeType since,
            List<Resource> written) {
        var first = ContactMoment.day(since, clock);
        var born = records.read(Patient.class, context.patient())
                .map(Assessing::born)
                .orElse(null);
        var rewritten = new HashSet<String>();
        written.forEach(resource -> rewritten.add(Canon.referenceTo(resource)));
        var earlier = facts.foundSince(context.patient(), first).stream()
                .filter(resource -> !rewritten.contains(Canon.referenceTo(resource)))
                .toList();
        return assessed(context, on, answers, new Course(born, dating, first), written, earlier);
    }

    /**
     * At a contact that another system tells of.
     *
     * @param on the day of the contact that is judged
     * @param course what is known of the pregnancy
     * @param written what is about to be stored of this contact
     * @param earlier what is about to be stored of earlier ones
     */
    public Assessed told(
            ContactContext context,
            LocalDate on,
            Answers answers,
            Course course,
            List<Resource> written,
            List<Resource> earlier) {
        return assessed(context, on, answers, course, written, earlier);
    }

    private Assessed assessed(
            ContactContext context,
            LocalDate on,
            Answers answers,
            Course course,
            List<Resource> written,
            List<Resource> earlier) {
        var assessment = rules.assess(CaseFacts.of(on, course, answers, recorded.of(earlier)));
        var findings = new ArrayList<>(written);
        findings.addAll(earlier);
        return new Assessed(assessment, new RiskAssessments(context, recorded).of(assessment, findings));
    }

    private static @Nullable LocalDate born(Patient mother) {
        return Optional.ofNullable(mother.getBirthDateElement().getValueAsString())
                .filter(date -> date.length() == WHOLE_DATE)
                .map(LocalDate::parse)
                .orElse(null);
    }
}
