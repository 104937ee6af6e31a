package org.ancregistry.interceptors.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.Role;

/**
 * The women whom the caller of one request reaches, as far as anybody has asked. Each is asked about once in a request and
 * never remembered for the next one: what a woman decides about her record holds at once.
 */
final class Reached {

    private final Caller caller;
    private final CareRelationships relationships;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> emergencies = new HashSet<>();

    Reached(Caller caller, CareRelationships relationships) {
        this.caller = caller;
        this.relationships = relationships;
    }

    /** Whether the caller may ask about every one of {@code patients} ({@code Patient/…}); about nobody, never. */
    boolean all(Collection<String> patients) {
        learn(patients);
        return !patients.isEmpty() && known.containsAll(patients);
    }

    boolean isEmergency(String patient) {
        return emergencies.contains(patient);
    }

    /** Looks up, in one query, those of {@code patients} that have not been asked about. */
    void learn(Collection<String> patients) {
        var unknown = without(patients, asked);
        if (asked.addAll(unknown)) {
            known.addAll(
                    switch (caller.role()) {
                        case MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE -> inCare(unknown);
                        case MOTHER -> unknown.contains(caller.id()) ? Set.of(caller.id()) : Set.of();
                        case SYSTEM -> relationships.openToPrograms(unknown);
                        case ADMINISTRATOR, PRIVACY_OFFICER -> Set.of();
                    });
        }
    }

    private Set<String> inCare(Set<String> patients) {
        var inCare = new HashSet<>(caller.careUnits().isEmpty() ? Set.of() : relationships.caredFor(caller, patients));
        if (caller.has(Role.DOCTOR) && !inCare.containsAll(patients)) {
            var opened = relationships.openedInEmergency(caller, without(patients, inCare));
            emergencies.addAll(opened);
            inCare.addAll(opened);
        }
        return inCare;
    }

    private static Set<String> without(Collection<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }
}
