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
            case MIDWIFE, SUPERVISOR, CLINIC_NURSE -> caredFor(caller, patients);
            case DOCTOR -> caredForOrOpened(caller, patients);
            case MOTHER -> patients.contains(caller.id()) ? Set.of(caller.id()) : Set.of();
            case SYSTEM -> Callers.systemMayRead(caller) ? relationships.openToPrograms(patients) : Set.of();
            case ADMINISTRATOR, PRIVACY_OFFICER -> Set.of();
        };
    }

    /** Those of {@code records} that would open to the caller's clinic if she came there whose records they are. */
    public Set<String> wouldOpen(Caller caller, Set<String> records) {
        return relationships.openToClinic(caller, records);
    }

    /** Whether the caller reaches her in an emergency alone. */
    public boolean isEmergency(Caller caller, String patient) {
        return caller.has(Role.DOCTOR) && caredFor(caller, Set.of(patient)).isEmpty();
    }

    private Set<String> caredForOrOpened(Caller doctor, Set<String> patients) {
        var all = new HashSet<>(caredFor(doctor, patients));
        if (!all.containsAll(patients)) {
            all.addAll(relationships.openedInEmergency(doctor, patients));
        }
        return all;
    }

    private Set<String> caredFor(Caller caller, Set<String> patients) {
        return caller.careUnits().isEmpty() || patients.isEmpty() ? Set.of() : relationships.caredFor(caller, patients);
    }

    /** Refuses what the caller may not ask about, without saying whether there is such a record. */
    public void require(Caller caller, String patient) {
        if (!covers(caller, patient)) {
            throw Problem.NOT_FOUND.because("No such record among those in your care.");
        }
    }
}
