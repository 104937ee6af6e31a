package org.ancregistry.operations.recordvisit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.JudgedAgain;
import org.ancregistry.operations.JudgedAgain.Struck;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.UrgentIssues;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.StruckOut;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** Strikes a contact out with all that came of it: what was added to it, what it found, arranged and answered. */
final class StrikingOut {

    private final PregnancyFacts facts;
    private final AnsweredOrders orders;
    private final JudgedAgain judging;
    private final Clock clock;

    StrikingOut(PregnancyFacts facts, AnsweredOrders orders, JudgedAgain judging, Clock clock) {
        this.facts = facts;
        this.orders = orders;
        this.judging = judging;
        this.clock = clock;
    }

    /**
     * What comes of it.
     *
     * @param gone what counts no more
     * @param calledOff what was arranged and is not to be
     * @param again orders that wait again
     */
    record Gone(List<Resource> gone, List<Resource> calledOff, List<ServiceRequest> again) {

        static final Gone NOTHING = new Gone(List.of(), List.of(), List.of());

        Set<String> references() {
            return gone.stream().map(Canon::referenceTo).collect(Collectors.toSet());
        }

        List<Resource> resources() {
            return Stream.concat(gone.stream(), calledOff.stream()).toList();
        }

        /** Those of {@code earlier} that stand. */
        List<Resource> without(List<Resource> earlier) {
            var references = references();
            return earlier.stream()
                    .filter(resource -> !references.contains(Canon.referenceTo(resource)))
                    .toList();
        }
    }

    Gone strikeOut(String patient, Encounter contact, UrgentIssues urgent) {
        var parts = new ArrayList<Resource>(List.of(contact));
        parts.addAll(facts.additionsTo(Canon.referenceTo(contact)));
        var contacts = parts.stream().map(Canon::referenceTo).toList();
        var gone = new LinkedHashMap<String, Resource>();
        parts.forEach(part -> gone.put(Canon.referenceTo(part), part));
        contacts.forEach(part -> facts.writtenAt(patient, part)
                .forEach(resource -> gone.putIfAbsent(Canon.referenceTo(resource), resource)));
        gone.values().removeIf(resource -> !StruckOut.mark(resource));
        contacts.forEach(urgent::strikeOut);
        var arranged = contacts.stream()
                .flatMap(struckOut -> facts.arrangedAt(struckOut).stream())
                .toList();
        arranged.forEach(resource -> StruckOut.callOff(resource, ContactMoment.now(clock)));
        return new Gone(List.copyOf(gone.values()), arranged, orders.waitingAgain(patient, gone.values()));
    }

    /**
     * The assessments that rested on what is gone, as they are without it.
     *
     * @param since when the pregnancy began to be cared for
     */
    List<RiskAssessment> judgedAgain(RecordVisit asked, DateTimeType since, Written act, UrgentIssues urgent) {
        if (act.struck().gone().isEmpty()) {
            return List.of();
        }
        var gone = act.struck().gone();
        var fresh = act.struck().without(act.resources());
        return judging.without(new Struck(asked.patient(), since, act.dating(), gone, fresh), urgent);
    }

    /**
     * What an act writes.
     *
     * @param dating the dating in use from now on, where there is any
     */
    record Written(Gone struck, @Nullable Dating dating, List<Resource> resources) {}
}
