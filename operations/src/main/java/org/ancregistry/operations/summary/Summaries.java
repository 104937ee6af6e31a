package org.ancregistry.operations.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** Puts a mother's record together for one page: newest first, bounded, with the people and places that it names. */
public final class Summaries {

    static final int MOST_OF_A_TYPE = 1000;
    static final int MOST = 5000;
    private static final String HERSELF = "Patient";
    private static final List<String> ORDER = List.of(
            HERSELF,
            "EpisodeOfCare",
            "Encounter",
            "Observation",
            "Condition",
            "RiskAssessment",
            "DetectedIssue",
            "MedicationStatement",
            "AllergyIntolerance",
            "Immunization",
            "Appointment",
            "ServiceRequest",
            "CarePlan",
            "Consent");
    private static final List<String> PEOPLE_AND_PLACES = List.of("Practitioner", "Organization");

    private final WholeRecord record;
    private final Reach reach;

    public Summaries(WholeRecord record, Reach reach) {
        this.record = record;
        this.reach = reach;
    }

    Bundle of(Caller caller, String patient) {
        return bundle(known(caller, patient));
    }

    Known known(Caller caller, String patient) {
        Callers.require(
                caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE, Role.MOTHER, Role.SYSTEM);
        reach.require(caller, patient);
        return together(patient);
    }

    /** One more than is kept is asked for: only then is it known whether there is more. */
    private Known together(String patient) {
        var found = record.of(patient, ORDER, MOST + 1);
        var byType = found.stream().collect(Collectors.groupingBy(Resource::fhirType));
        if (!byType.containsKey(HERSELF)) {
            throw Problem.NOT_FOUND.because("No such record among those in your care.");
        }
        var kept = new ArrayList<Resource>();
        var olderThan = new HashMap<String, Instant>();
        for (var type : ORDER) {
            var all = byType.getOrDefault(type, List.of());
            var newest = newest(all);
            kept.addAll(newest);
            if (newest.size() < all.size()) {
                olderThan.put(type, Moment.of(newest.get(newest.size() - 1)));
            }
        }
        kept.addAll(peopleAndPlaces(kept));
        return new Known(kept, new Cut(olderThan, found.size() - 1 > MOST ? firstWritten(found) : null));
    }

    private static List<Resource> newest(List<Resource> ofOneType) {
        return ofOneType.stream()
                .sorted(Comparator.comparing(Moment::of).reversed())
                .limit(MOST_OF_A_TYPE)
                .toList();
    }

    /** The store gave what was written last; what it left out was first written before all of that. */
    private static Instant firstWritten(List<Resource> found) {
        return found.stream()
                .filter(resource -> !HERSELF.equals(resource.fhirType()))
                .map(resource -> resource.getMeta().getLastUpdated())
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private List<Resource> peopleAndPlaces(List<Resource> shown) {
        Map<String, Set<String>> named = Named.in(shown);
        var found = new ArrayList<Resource>();
        PEOPLE_AND_PLACES.forEach(type -> found.addAll(record.named(type, named.getOrDefault(type, Set.of()))));
        return found;
    }

    private static Bundle bundle(Known known) {
        var bundle = new Bundle().setType(BundleType.COLLECTION);
        known.resources().forEach(resource -> bundle.addEntry().setResource(resource));
        if (!known.cut().isNothing()) {
            var outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.WARNING)
                    .setCode(IssueType.INCOMPLETE)
                    .setDiagnostics("Only the newest " + MOST_OF_A_TYPE + " of each kind are here, and at most " + MOST
                            + " of all kinds: search for the rest.");
            bundle.addEntry().setResource(outcome);
        }
        return bundle;
    }
}
