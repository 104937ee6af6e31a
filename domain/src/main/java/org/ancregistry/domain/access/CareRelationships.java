package org.ancregistry.domain.access;

import java.util.Collection;
import java.util.Set;

/**
 * Which women a unit cares for at this moment: those whose pregnancy a PHM area manages, those referred to a clinic and
 * those checked in there today. Kept beside the FHIR data by every write, so that one indexed look-up answers.
 */
public interface CareRelationships {

    /**
     * Those of {@code patients} ({@code Patient/…}) that one of {@code units} ({@code Organization/…}) has an open
     * relationship with.
     */
    Set<String> reached(Collection<String> units, Collection<String> patients);

    /**
     * At most {@code limit} women ({@code Patient/…}) that one of {@code units} has an open relationship with. A result
     * of exactly {@code limit} may be cut short: ask about named women instead.
     */
    Set<String> allReached(Collection<String> units, int limit);
}
