package org.ancregistry.domain.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Care relationships that are forgotten when the process ends: for tests and single-process try-outs. */
public final class InMemoryCareRelationships implements CareRelationships {

    private final Map<String, Set<String>> patientsByUnit = new ConcurrentHashMap<>();

    /** Opens the record of {@code patient} ({@code Patient/…}) to {@code unit} ({@code Organization/…}). */
    public void open(String unit, String patient) {
        patientsByUnit
                .computeIfAbsent(unit, opened -> ConcurrentHashMap.newKeySet())
                .add(patient);
    }

    public void close(String unit, String patient) {
        patientsByUnit.getOrDefault(unit, new HashSet<>()).remove(patient);
    }

    @Override
    public Set<String> reached(Collection<String> units, Collection<String> patients) {
        return patientsOf(units).filter(patients::contains).collect(Collectors.toSet());
    }

    @Override
    public Set<String> allReached(Collection<String> units, int limit) {
        return patientsOf(units).distinct().limit(limit).collect(Collectors.toSet());
    }

    private Stream<String> patientsOf(Collection<String> units) {
        return units.stream().flatMap(unit -> patientsByUnit.getOrDefault(unit, Set.of()).stream());
    }
}
