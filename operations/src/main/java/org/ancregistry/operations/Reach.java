package org.ancregistry.operations;

import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.Role;

/** Whether a caller cares for a woman at this moment, for the operations that name her in a parameter. */
public final class Reach {

    private final CareRelationships relationships;

    public Reach(CareRelationships relationships) {
        this.relationships = relationships;
    }

    /** Whether {@code patient} ({@code Patient/…}) is one of those the caller may ask about. */
    public boolean covers(Caller caller, String patient) {
        return !among(caller, Set.of(patient)).isEmpty();
    }

    /** Those of {@code patients} that the caller may ask about. */
    public Set<String> among(Caller caller, Set<String> patients) {
        return switch (caller.role()) {
            case MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE -> caredFor(caller, patients);
            case MOTHER -> patients.contains(caller.id()) ? Set.of(caller.id()) : Set.of();
            case SYSTEM -> Callers.systemMayRead(caller) ? patients : Set.of();
            case ADMINISTRATOR -> Set.of();
        };
    }

    private Set<String> caredFor(Caller caller, Set<String> patients) {
        var units = new HashSet<>(caller.areas());
        if (caller.role().worksInClinic() && caller.facility() != null) {
            units.add(caller.facility());
        }
        if (caller.has(Role.DOCTOR)) {
            units.add(caller.id());
        }
        return units.isEmpty() || patients.isEmpty() ? Set.of() : relationships.reached(units, patients);
    }

    /** Refuses what the caller may not ask about, without saying whether there is such a record. */
    public void require(Caller caller, String patient) {
        if (!covers(caller, patient)) {
            throw Problem.NOT_FOUND.because("No such record among those in your care.");
        }
    }
}
