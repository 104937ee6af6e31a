package org.ancregistry.portals.launch;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.access.SmartScope;
import org.jspecify.annotations.Nullable;

/**
 * One box of the page that asks what an app may do.
 *
 * @param scope what is given when it is ticked
 * @param what the kind of information, as a key of the pages' words: a FHIR type, {@code all}, or a word of SMART
 * @param writes whether the app may also change it
 * @param category the only category it is about, where it is about one
 */
record Permission(
        String scope, String what, boolean writes, @Nullable String category) {

    /** Given without a box: they say how the app was opened and open nothing themselves. */
    private static final Set<String> SILENT = Set.of("openid", "launch", "launch/patient");

    private static final Set<String> KNOWN = Set.of(
            "AllergyIntolerance",
            "Appointment",
            "AuditEvent",
            "CarePlan",
            "Condition",
            "Consent",
            "Encounter",
            "EpisodeOfCare",
            "Immunization",
            "Location",
            "MedicationStatement",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "ServiceRequest");

    static List<Permission> of(Set<String> scopes) {
        return scopes.stream()
                .filter(scope -> !SILENT.contains(scope))
                .flatMap(Permission::of)
                .sorted(Comparator.comparing(Permission::scope))
                .toList();
    }

    static List<String> silent(Set<String> scopes) {
        return scopes.stream().filter(SILENT::contains).sorted().toList();
    }

    private static Stream<Permission> of(String scope) {
        return SmartScope.WORDS.contains(scope)
                ? Stream.of(new Permission(scope, scope, false, null))
                : SmartScope.parse(scope).map(Permission::of).stream();
    }

    private static Permission of(SmartScope scope) {
        var writes = scope.permits('c') || scope.permits('u') || scope.permits('d');
        var category = scope.category();
        return new Permission(
                scope.text(),
                scope.type().equals("*") ? "all" : KNOWN.contains(scope.type()) ? scope.type() : "other",
                writes,
                category == null ? null : category.substring(category.indexOf('|') + 1));
    }
}
