package org.ancregistry.operations;

import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;

/** Whether a caller cares for a woman at this moment, for the operations that name her in a parameter. */
public final class Reach {

    private final CareRelationships relationships;

    public Reach(CareRelationships relationships) {
        this.relationships = relationships;
    }

    /** Whether {@code patient} ({@code Patient/…}) is one of those the caller may ask about. */
    public boolean covers(Caller caller, String patient) {
        return switch (caller.role()) {
            case MIDWIFE, SUPERVISOR, DOCTOR, CLINIC_NURSE -> caredFor(caller, patient);
            case MOTHER -> caller.id().equals(patient);
            case SYSTEM -> Callers.systemMayRead(caller);
            case ADMINISTRATOR -> false;
        };
    }

    private boolean caredFor(Caller caller, String patient) {
        var units = new HashSet<>(caller.areas());
        if (caller.role().worksInClinic() && caller.facility() != null) {
            units.add(caller.facility());
        }
        return !units.isEmpty()
                && !relationships.reached(units, Set.of(patient)).isEmpty();
    }

    /** Refuses what the caller may not ask about, without saying whether there is such a record. */
    public void require(Caller caller, String patient) {
        if (!covers(caller, patient)) {
            throw Problem.NOT_FOUND.because("No such record among those in your care.");
        }
    }
}
