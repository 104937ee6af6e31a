package org.ancregistry.operations.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final int MOST = 5000;
    private static final List<String> ORDER = List.of(
            "Patient",
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
        Callers.require(
                caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE, Role.MOTHER, Role.SYSTEM);
        reach.require(caller, patient);
        return together(patient);
    }

    private Bundle together(String patient) {
        var found = record.of(patient, ORDER, MOST);
        var byType = found.stream().collect(Collectors.groupingBy(Resource::fhirType));
        if (!byType.containsKey("Patient")) {
            throw Problem.NOT_FOUND.because("No such record among those in your care.");
        }
        var shown = new ArrayList<Resource>();
        ORDER.forEach(type -> shown.addAll(newest(byType.getOrDefault(type, List.of()))));
        shown.addAll(peopleAndPlaces(shown));
        var isCut = found.size() >= MOST || byType.values().stream().anyMatch(all -> all.size() > MOST_OF_A_TYPE);
        return bundle(shown, isCut);
    }

    private static List<Resource> newest(List<Resource> ofOneType) {
        return ofOneType.stream()
                .sorted(Comparator.comparing(Moment::of).reversed())
                .limit(MOST_OF_A_TYPE)
                .toList();
    }

    private List<Resource> peopleAndPlaces(List<Resource> shown) {
        Map<String, Set<String>> named = Named.in(shown);
        var found = new ArrayList<Resource>();
        PEOPLE_AND_PLACES.forEach(type -> found.addAll(record.named(type, named.getOrDefault(type, Set.of()))));
        return found;
    }

    private static Bundle bundle(List<Resource> shown, boolean isCut) {
        var bundle = new Bundle().setType(BundleType.COLLECTION);
        shown.forEach(resource -> bundle.addEntry().setResource(resource));
        if (isCut) {
            var outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.WARNING)
                    .setCode(IssueType.INCOMPLETE)
                    .setDiagnostics(
                            "Only the newest " + MOST_OF_A_TYPE + " of each kind are here: search for the rest.");
            bundle.addEntry().setResource(outcome);
        }
        return bundle;
    }
}
