package org.ancregistry.operations;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.Units;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.RecordedFacts;
import org.ancregistry.operations.fhir.RiskAssessments;
import org.ancregistry.operations.fhir.RiskAssessments.Stored;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.jspecify.annotations.Nullable;

/** Has the clinical rules look at a contact that is being written, with all that is known of the pregnancy. */
public final class Assessing {

    private static final String KILOGRAM = "kg";

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
     * @param stored how it is kept
     */
    public record Assessed(Assessment assessment, Stored stored) {

        public RiskAssessment resource() {
            return stored.risk();
        }
    }

    /** At her first contact, of which nothing is stored yet. */
    public Assessed first(
            ContactContext context,
            LocalDate on,
            Answers answers,
            @Nullable Dating dating,
            Patient mother,
            List<Resource> written) {
        var assessment =
                assessed(on, answers, new Course(PatientDemographics.birthDate(mother), dating, on), List.of());
        return new Assessed(assessment, new RiskAssessments(context, recorded).of(assessment, written, null));
    }

    /**
     * At a further contact.
     *
     * @param context with the moment of the contact that is judged
     * @param since when the pregnancy began to be cared for
     * @param written what is about to be stored, with what is being struck out
     * @param found what earlier contacts found
     */
    public Assessed contact(
            ContactContext context,
            Answers answers,
            @Nullable Dating dating,
            DateTimeType since,
            List<Resource> written,
            List<Resource> found) {
        var rewritten = new HashSet<String>();
        written.forEach(resource -> rewritten.add(Canon.referenceTo(resource)));
        var earlier = found.stream()
                .filter(resource -> !rewritten.contains(Canon.referenceTo(resource)))
                .toList();
        var course = new Course(born(context.patient()), dating, ContactMoment.day(since, clock));
        var assessment = assessed(ContactMoment.day(context.judged(), clock), answers, course, earlier);
        var before = facts.lastAssessment(context.patient()).orElse(null);
        var findings = new ArrayList<>(written);
        findings.addAll(earlier);
        return new Assessed(assessment, new RiskAssessments(context, recorded).of(assessment, findings, before));
    }

    /**
     * At a contact that another system tells of.
     *
     * @param course what is known of the pregnancy
     * @param written what is about to be stored of this contact
     * @param earlier what is about to be stored of earlier ones
     * @param before the newest assessment so far, whose raised grade holds on
     */
    public Assessed told(
            ContactContext context,
            Answers answers,
            Course course,
            List<Resource> written,
            List<Resource> earlier,
            @Nullable RiskAssessment before) {
        var assessment = assessed(ContactMoment.day(context.judged(), clock), answers, course, earlier);
        var findings = new ArrayList<>(written);
        findings.addAll(earlier);
        return new Assessed(assessment, new RiskAssessments(context, recorded).of(assessment, findings, before));
    }

    /**
     * At a contact that was judged before some of its grounds were struck out.
     *
     * @param context with the moment of the contact
     * @param since when the pregnancy began to be cared for
     * @param findings all that stand, those of the contact first
     */
    public Assessed again(
            ContactContext context, @Nullable Dating dating, DateTimeType since, List<Resource> findings) {
        var course = new Course(born(context.patient()), dating, ContactMoment.day(since, clock));
        var on = ContactMoment.day(context.judged(), clock);
        var assessment = rules.assess(CaseFacts.on(on, course, recorded.of(findings)));
        return new Assessed(assessment, new RiskAssessments(context, recorded).of(assessment, findings, null));
    }

    /**
     * As her record stands, with findings that are not stored in it: nothing is written.
     *
     * @param findings of a contact elsewhere, or none
     */
    public Assessment standing(String patient, LocalDate on, DateTimeType since, List<Resource> findings) {
        var first = ContactMoment.day(since, clock);
        var all = new ArrayList<Resource>(
                findings.stream().map(finding -> dated(finding, on)).toList());
        all.addAll(facts.foundSince(patient, first));
        var course = new Course(born(patient), dating(patient, first).orElse(null), first);
        return rules.assess(CaseFacts.on(on, course, recorded.of(all)));
    }

    /** An illness that is sent without a date is known on the day that is asked about. */
    private static Resource dated(Resource finding, LocalDate on) {
        return finding instanceof Condition illness
                        && !illness.hasRecordedDate()
                        && !illness.getMeta().hasLastUpdated()
                ? illness.copy().setRecordedDateElement(new DateTimeType(on.toString()))
                : finding;
    }

    /** What earlier contacts of the pregnancy found. */
    public List<Resource> found(String patient, DateTimeType since) {
        return facts.foundSince(patient, ContactMoment.day(since, clock));
    }

    /** The day of her last contact that was judged and counts, whenever it was written down. */
    public Optional<LocalDate> lastJudged(String patient) {
        return facts.lastAssessment(patient).map(last -> ContactMoment.day(last.getOccurrenceDateTimeType(), clock));
    }

    /** Her last weight among those findings, in kg. */
    public Optional<BigDecimal> lastWeight(List<Resource> found) {
        return recorded.of(found.stream().filter(Observation.class::isInstance).toList()).stream()
                .filter(fact -> fact.name().equals("weight"))
                .max(Comparator.comparing(Fact::on))
                .map(Fact::value)
                .filter(Answer.Measured.class::isInstance)
                .flatMap(weight -> Units.in(KILOGRAM, (Answer.Measured) weight));
    }

    /**
     * When the child is due, as the record has it.
     *
     * @param since when the pregnancy began to be cared for
     */
    public Optional<Dating> dating(String patient, LocalDate since) {
        return dating(patient, since, Set.of());
    }

    /** When the child is due, without what is being struck out now. */
    public Optional<Dating> dating(String patient, LocalDate since, Set<String> without) {
        return facts.date(patient, Dictionary.anc().require("edd").primary().code(), since, without)
                .map(edd -> new Dating(edd, Dating.Source.LAST_PERIOD));
    }

    private Assessment assessed(LocalDate on, Answers answers, Course course, List<Resource> earlier) {
        return rules.assess(CaseFacts.of(on, course, answers, recorded.of(earlier)));
    }

    private @Nullable LocalDate born(String patient) {
        return records.read(Patient.class, patient)
                .map(PatientDemographics::birthDate)
                .orElse(null);
    }
}
