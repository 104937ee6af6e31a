package org.ancregistry.operations;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;

/** Care relationships that a test writes down itself. */
public final class CaredFor implements CareRelationships {

    private final Map<String, String> unitOf = new HashMap<>();
    private final Map<String, String> openedBy = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> closedToClinics = new HashSet<>();

    public void put(String patient, String unit) {
        unitOf.put(patient, unit);
    }

    @Override
    public Set<String> caredFor(Caller caller, Collection<String> patients) {
        return patients.stream()
                .filter(patient -> caller.careUnits().contains(unitOf.getOrDefault(patient, "")))
                .collect(Collectors.toSet());
    }

    /** She wants no program to read her record. */
    public void closeToPrograms(String patient) {
        closed.add(patient);
    }

    /** She shares her record with no clinic. */
    public void closeToClinics(String patient) {
        closedToClinics.add(patient);
    }

    @Override
    public Set<String> openToClinic(Caller caller, Collection<String> patients) {
        return patients.stream()
                .filter(patient -> !closedToClinics.contains(patient))
                .collect(Collectors.toSet());
    }

    public void openInEmergency(Caller doctor, String patient) {
        openedBy.put(patient, doctor.id());
    }

    @Override
    public Set<String> openedInEmergency(Caller doctor, Collection<String> patients) {
        return patients.stream()
                .filter(patient -> doctor.id().equals(openedBy.get(patient)))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> openToPrograms(Collection<String> patients) {
        return patients.stream().filter(patient -> !closed.contains(patient)).collect(Collectors.toSet());
    }
}
