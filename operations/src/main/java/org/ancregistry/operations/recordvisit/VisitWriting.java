package org.ancregistry.operations.recordvisit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.JudgedAgain;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.UrgentIssues;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Papers;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.fhir.VisitResources;
import org.ancregistry.operations.recordvisit.StrikingOut.Gone;
import org.ancregistry.operations.recordvisit.StrikingOut.Written;
import org.ancregistry.operations.recordvisit.VisitFindings.Known;
import org.ancregistry.operations.recordvisit.Visits.Visit;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Puts a contact together and stores it with the new version of the pregnancy's record. */
public final class VisitWriting {

    private final Records records;
    private final PregnancyFacts facts;
    private final VisitFindings findings;
    private final Assessing assessing;
    private final AnsweredOrders orders;
    private final StrikingOut striking;
    private final Replanning replanning;
    private final Calls calls;
    private final Clock clock;

    /** @param schedule by which contacts are planned anew when the pregnancy is dated otherwise */
    public VisitWriting(
            Records records,
            PregnancyFacts facts,
            Assessing assessing,
            TestOrders orders,
            ContactSchedule schedule,
            Clock clock) {
        this.records = records;
        this.assessing = assessing;
        this.facts = facts;
        this.findings = new VisitFindings(facts, assessing, clock);
        this.orders = new AnsweredOrders(orders, records);
        this.striking = new StrikingOut(facts, this.orders, new JudgedAgain(assessing, facts, records, clock), clock);
        this.replanning = new Replanning(facts, schedule, clock);
        this.calls = new Calls(facts);
        this.clock = clock;
    }

    Visit write(Caller caller, RecordVisit asked, EpisodeOfCare pregnancy, @Nullable Encounter corrected) {
        var urgent = new UrgentIssues(facts.urgent(asked.patient()), clock);
        var struck = corrected == null || asked.adds()
                ? Gone.NOTHING
                : striking.strikeOut(asked.patient(), corrected, urgent);
        if (corrected != null && asked.onlyStrikesOut()) {
            return strikeOut(caller, asked, pregnancy, corrected, struck, urgent);
        }
        var judged = corrected == null ? null : addedTo(asked, corrected);
        var contact = contact(caller, asked, pregnancy, corrected, judged);
        var context = new ContactContext(asked.patient(), Canon.referenceTo(contact), asked.when(), caller.id())
                .judging(judged == null ? asked.when() : judged.getPeriod().getStartElement());
        var resources = new ArrayList<Resource>(List.of(contact));
        resources.addAll(struck.resources());
        var since = pregnancy.getPeriod().getStartElement();
        var earlier = struck.without(assessing.found(asked.patient(), since));
        var day = ContactMoment.day(since, clock);
        var found = findings.of(asked, context, new Known(day, earlier, struck.references(), judged != null));
        var papers = new DeskPapers(asked.patient(), asked.when(), caller.id(), caller.facility());
        var closed = orders.by(caller, papers, found.resources(), struck.again());
        if (found.datedAnew() && found.dating() != null) {
            resources.addAll(replanning.of(context, facility(caller), found.dating(), day));
        }
        resources.addAll(found.resources());
        resources.addAll(closed);
        struck.again().stream().filter(order -> !closed.contains(order)).forEach(resources::add);
        var assessed = assessing.contact(context, found.given().answers(), found.dating(), since, resources, earlier);
        var byPhone = Contacts.isCall(judged == null ? contact : judged);
        var kept = !byPhone || calls.raises(asked.patient(), assessed) ? assessed : null;
        if (kept != null) {
            resources.add(kept.resource());
        }
        UrgentAtVisit.decide(urgent, asked, context, assessed, judged, byPhone);
        var written = new Written(struck, found.dating(), List.copyOf(resources));
        resources.addAll(striking.judgedAgain(asked, since, written, urgent));
        resources.addAll(urgent.changed());
        var follows = new VisitResources(context);
        asked.medications().forEach(given -> resources.add(follows.medicine(given.text(), given.dose(), given.note())));
        var ahead = new WhatComesNext(asked, follows);
        var referral = ahead.referral(resources);
        var appointment = ahead.appointment(caller, TimeZone.getTimeZone(clock.getZone()), resources);
        store(caller, asked, pregnancy, context, resources);
        return new Visit(
                Canon.referenceTo(contact),
                pregnancy.getMeta().getVersionId(),
                reference(appointment),
                reference(referral),
                kept,
                found.given());
    }

    private Visit strikeOut(
            Caller caller,
            RecordVisit asked,
            EpisodeOfCare pregnancy,
            Encounter corrected,
            Gone struck,
            UrgentIssues urgent) {
        var reference = Canon.referenceTo(corrected);
        var since = pregnancy.getPeriod().getStartElement();
        var dating = assessing.dating(asked.patient(), ContactMoment.day(since, clock), struck.references());
        var resources = new ArrayList<>(struck.resources());
        resources.addAll(
                striking.judgedAgain(asked, since, new Written(struck, dating.orElse(null), List.of()), urgent));
        resources.addAll(urgent.changed());
        resources.addAll(struck.again());
        Pregnancies.strikeOut(pregnancy, corrected);
        store(
                caller,
                asked,
                pregnancy,
                new ContactContext(asked.patient(), reference, asked.when(), caller.id()),
                resources);
        return new Visit(reference, pregnancy.getMeta().getVersionId(), null, null, null, null);
    }

    /** The contact that it is part of: what takes the place of an addition is added to the same contact. */
    private @Nullable Encounter addedTo(RecordVisit asked, Encounter corrected) {
        if (corrected.hasPartOf()) {
            return records.read(Encounter.class, corrected.getPartOf().getReference())
                    .orElseThrow();
        }
        return asked.adds() ? corrected : null;
    }

    private Encounter contact(
            Caller caller,
            RecordVisit asked,
            EpisodeOfCare pregnancy,
            @Nullable Encounter corrected,
            @Nullable Encounter addedTo) {
        var contact = Contacts.finished(asked.type(), asked.patient(), asked.when(), caller.id())
                .setServiceProvider(new Reference(caller.facility()));
        if (addedTo != null) {
            contact.setPartOf(new Reference(Canon.referenceTo(addedTo)));
        }
        calls.number(contact, pregnancy, corrected);
        if (asked.note() != null) {
            Contacts.note(contact, asked.note());
        }
        return contact;
    }

    private void store(
            Caller caller,
            RecordVisit asked,
            EpisodeOfCare pregnancy,
            ContactContext context,
            List<Resource> resources) {
        resources.add(pregnancy);
        var papers = new Papers(context, facility(caller));
        var correction = asked.correction();
        var activity = correction == null ? "CREATE" : correction.inError() ? "NULLIFY" : "APPEND";
        var provenance = papers.provenance(List.copyOf(resources), activity, null);
        if (correction != null) {
            var code = correction.inError() ? "entered-in-error" : "addendum";
            provenance.addReason(Canon.concept("anc-correction", code).setText(correction.reason()));
        }
        resources.add(provenance);
        records.write(resources);
    }

    private static String facility(Caller caller) {
        return Given.present(caller.facility(), "facility");
    }

    private static @Nullable String reference(@Nullable Resource resource) {
        return resource == null ? null : Canon.referenceTo(resource);
    }
}
