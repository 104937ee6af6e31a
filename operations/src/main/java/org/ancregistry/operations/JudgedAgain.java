package org.ancregistry.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.RecordedFacts;
import org.ancregistry.operations.fhir.RiskAssessments;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.jspecify.annotations.Nullable;

/**
 * Judges anew what was judged with findings that are struck out now: the newest contact that stands, whose grade counts,
 * and every other whose assessment names one of those findings. Each as of its own day.
 */
public final class JudgedAgain {

    private final Assessing assessing;
    private final PregnancyFacts facts;
    private final Records records;
    private final Clock clock;

    /** @param clock in the zone whose days count */
    public JudgedAgain(Assessing assessing, PregnancyFacts facts, Records records, Clock clock) {
        this.assessing = assessing;
        this.facts = facts;
        this.records = records;
        this.clock = clock;
    }

    /**
     * An act that strikes something out.
     *
     * @param since when the pregnancy began to be cared for
     * @param dating the dating in use from now on, where there is any
     * @param struckOut what counts no more
     * @param written what is written in its place
     */
    public record Struck(
            String patient,
            DateTimeType since,
            @Nullable Dating dating,
            Collection<Resource> struckOut,
            Collection<Resource> written) {

        /** References of what counts no more. */
        Set<String> gone() {
            return struckOut.stream().map(Canon::referenceTo).collect(Collectors.toSet());
        }
    }

    /** The assessments that say something else now; what of them cannot wait is settled in {@code urgent}. */
    public List<RiskAssessment> without(Struck act, UrgentIssues urgent) {
        var gone = act.gone();
        var standing = facts.assessments(act.patient()).stream()
                .filter(assessment -> !gone.contains(Canon.referenceTo(assessment)) && isOfPregnancy(assessment, act))
                .toList();
        if (standing.isEmpty()) {
            return List.of();
        }
        var findings = findings(act, gone);
        var contacts = contacts(standing, findings);
        var newest = isNewest(standing.get(0), act) ? standing.get(0) : null;
        var seen = new HashSet<String>();
        return standing.stream()
                .filter(assessment -> seen.add(String.valueOf(contacts.get(contact(assessment)))))
                .filter(assessment -> assessment == newest || RiskAssessments.restsOn(assessment, gone))
                .filter(assessment -> again(assessment, act, findings, contacts, assessment == newest, urgent))
                .toList();
    }

    private boolean isOfPregnancy(RiskAssessment assessment, Struck act) {
        return !ContactMoment.day(assessment.getOccurrenceDateTimeType(), clock)
                .isBefore(ContactMoment.day(act.since(), clock));
    }

    /** Nothing that is written in the same act is as new. */
    private boolean isNewest(RiskAssessment standing, Struck act) {
        var moment = ContactMoment.instant(standing.getOccurrenceDateTimeType(), clock);
        return act.written().stream()
                .filter(RiskAssessment.class::isInstance)
                .map(fresh -> ContactMoment.instant(((RiskAssessment) fresh).getOccurrenceDateTimeType(), clock))
                .allMatch(moment::isAfter);
    }

    private List<Resource> findings(Struck act, Set<String> gone) {
        var rewritten = new HashSet<>(gone);
        act.written().forEach(resource -> rewritten.add(Canon.referenceTo(resource)));
        var findings = new ArrayList<>(act.written());
        assessing.found(act.patient(), act.since()).stream()
                .filter(finding -> !rewritten.contains(Canon.referenceTo(finding)))
                .forEach(findings::add);
        return findings;
    }

    /** To which contact each contact belongs: what is added to one belongs to that one, any other to itself. */
    private Map<String, String> contacts(List<RiskAssessment> standing, List<Resource> findings) {
        var contacts = new HashMap<String, String>();
        Stream.concat(standing.stream(), findings.stream()).forEach(one -> contacts.put(contact(one), contact(one)));
        var stored = contacts.keySet().stream()
                .filter(contact -> contact.startsWith("Encounter/"))
                .toList();
        records.readAll(Encounter.class, stored).stream()
                .filter(Encounter::hasPartOf)
                .forEach(added ->
                        contacts.put(Canon.referenceTo(added), added.getPartOf().getReference()));
        return contacts;
    }

    /** Where it was found; nowhere, where it does not say. */
    private static String contact(Resource finding) {
        return finding instanceof DomainResource found && found.getNamedProperty("encounter") != null
                ? found.getNamedProperty("encounter").getValues().stream()
                        .map(at -> String.valueOf(((Reference) at).getReference()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Its own findings first, and those that were added to it later as if they had been told there. */
    private static List<Resource> asOf(DateTimeType moment, List<Resource> findings, Predicate<Resource> own) {
        var all = new ArrayList<Resource>();
        findings.stream().filter(own).forEach(finding -> all.add(RecordedFacts.asOf(moment, finding)));
        findings.stream().filter(own.negate()).forEach(all::add);
        return all;
    }

    private boolean again(
            RiskAssessment known,
            Struck act,
            List<Resource> findings,
            Map<String, String> contacts,
            boolean newest,
            UrgentIssues urgent) {
        var judged = String.valueOf(contacts.get(contact(known)));
        var at = known.getOccurrenceDateTimeType();
        var all = asOf(at, findings, finding -> judged.equals(contacts.get(contact(finding))));
        var context = new ContactContext(
                act.patient(), contact(known), at, known.getPerformer().getReference());
        var assessed = assessing.again(context, act.dating(), act.since(), all);
        var parts = contacts.entrySet().stream()
                .filter(part -> part.getValue().equals(judged))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        urgent.unfounded(parts, assessed.stored().issues(), act.gone());
        if (newest && !isOfCall(known)) {
            urgent.judgedAgain(context, parts, assessed);
        }
        return RiskAssessments.judgedAnew(known, assessed.resource());
    }

    /** A call answers nothing that waits. */
    private boolean isOfCall(RiskAssessment known) {
        var contact = contact(known);
        return contact.startsWith("Encounter/")
                && records.read(Encounter.class, contact)
                        .filter(Contacts::isCall)
                        .isPresent();
    }
}
