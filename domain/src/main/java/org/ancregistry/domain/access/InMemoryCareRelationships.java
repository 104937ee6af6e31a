package org.ancregistry.domain.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Care relationships that are forgotten when the process ends: for tests and single-process try-outs. */
public final class InMemoryCareRelationships implements CareRelationships {

    private final Map<String, Set<String>> patientsByUnit = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> patientsByDoctor = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /** Opens the record of {@code patient} ({@code Patient/…}) to {@code unit} ({@code Organization/…}). */
    public void open(String unit, String patient) {
        patientsByUnit
                .computeIfAbsent(unit, opened -> ConcurrentHashMap.newKeySet())
                .add(patient);
    }

    public void close(String unit, String patient) {
        patientsByUnit.getOrDefault(unit, new HashSet<>()).remove(patient);
    }

    /** Opens the record of {@code patient} to one doctor ({@code Practitioner/…}) in an emergency. */
    public void openInEmergency(String doctor, String patient) {
        patientsByDoctor
                .computeIfAbsent(doctor, opened -> ConcurrentHashMap.newKeySet())
                .add(patient);
    }

    /** Keeps everybody but herself out, emergencies excepted. */
    public void closeByHerself(String patient) {
        closed.add(patient);
    }

    @Override
    public Set<String> caredFor(Caller caller, Collection<String> patients) {
        return caller.careUnits().stream()
                .flatMap(unit -> patientsByUnit.getOrDefault(unit, Set.of()).stream())
                .filter(patients::contains)
                .filter(patient -> !closed.contains(patient))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> openedInEmergency(Caller doctor, Collection<String> patients) {
        return patientsByDoctor.getOrDefault(doctor.id(), Set.of()).stream()
                .filter(patients::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> openToClinic(Caller caller, Collection<String> patients) {
        return openToPrograms(patients);
    }

    @Override
    public Set<String> openToPrograms(Collection<String> patients) {
        return patients.stream().filter(patient -> !closed.contains(patient)).collect(Collectors.toSet());
    }
}
