package org.ancregistry.interceptors.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.interceptors.PublicReading;

/** The resource types that anybody reaches at all, by what they hold. A type that is not here never leaves the server. */
final class Types {

    /** What a mother's record is made of: each resource belongs to the women it is about. */
    static final Set<String> RECORD = Set.of(
            "AllergyIntolerance",
            "Appointment",
            "CarePlan",
            "Condition",
            "Consent",
            "DetectedIssue",
            "Encounter",
            "EpisodeOfCare",
            "Immunization",
            "MedicationStatement",
            "Observation",
            "Patient",
            "Provenance",
            "RiskAssessment",
            "ServiceRequest",
            "Task");

    /** Who works where: about staff and places, never about mothers. */
    static final Set<String> DIRECTORY = Set.of("Location", "Organization", "Practitioner", "PractitionerRole");

    /** What the data mean: public. */
    static final Set<String> DEFINITIONS = PublicReading.DEFINITIONS;

    private Types() {}

    static boolean isShared(String type) {
        return DIRECTORY.contains(type) || DEFINITIONS.contains(type);
    }

    static Set<String> all(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> without(Set<String> set, String... left) {
        var some = new HashSet<>(set);
        Arrays.asList(left).forEach(some::remove);
        return Set.copyOf(some);
    }
}
