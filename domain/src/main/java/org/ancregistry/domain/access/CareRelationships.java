package org.ancregistry.domain.access;

import java.util.Collection;
import java.util.Set;

/**
 * Who may have a woman's record at this moment: those who care for her, as far as she keeps nobody out. Kept beside the
 * FHIR data by every write, so that one indexed look-up answers, and what she decides holds at the very next request.
 */
public interface CareRelationships {

    /**
     * Those of {@code patients} ({@code Patient/…}) whom the caller cares for: one of {@link Caller#careUnits()} has an
     * open relationship with her, on that record or on one that is linked to it as hers, and she keeps neither that unit nor
     * the caller out.
     */
    Set<String> caredFor(Caller caller, Collection<String> patients);

    /** Those whose record that doctor opened in an emergency that is not over; a doctor whom she keeps out opens none. */
    Set<String> openedInEmergency(Caller doctor, Collection<String> patients);

    /**
     * Those whose record would open to the caller's clinic if they came there: who keep neither the caller nor her place out,
     * nor all but those who look after them. It says nothing of who cares for them now.
     */
    Set<String> openToClinic(Caller caller, Collection<String> patients);

    /** Those whose record programs may have that act for themselves: who care for nobody, and need her leave. */
    Set<String> openToPrograms(Collection<String> patients);
}
