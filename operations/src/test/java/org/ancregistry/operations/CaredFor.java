package org.ancregistry.operations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.CareRelationships;

/** Care relationships that a test writes down itself. */
public final class CaredFor implements CareRelationships {

    private final Map<String, String> unitOf = new HashMap<>();

    public void put(String patient, String unit) {
        unitOf.put(patient, unit);
    }

    @Override
    public Set<String> reached(Collection<String> units, Collection<String> patients) {
        return patients.stream()
                .filter(patient -> units.contains(unitOf.getOrDefault(patient, "")))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> allReached(Collection<String> units, int limit) {
        return reached(units, unitOf.keySet());
    }
}
