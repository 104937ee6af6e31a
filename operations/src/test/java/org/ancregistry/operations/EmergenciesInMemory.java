package org.ancregistry.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.EmergencyAccess;

/** Emergencies that a test may look into; each allows one contact and none ends. */
public final class EmergenciesInMemory implements EmergencyAccess {

    public final List<String> opened = new ArrayList<>();
    private final Set<String> keptOut = new HashSet<>();
    private final Set<String> contacts = new HashSet<>();
    private final Clock clock;

    public EmergenciesInMemory(Clock clock) {
        this.clock = clock;
    }

    public void keepOut(String practitioner, String patient) {
        keptOut.add(practitioner + " " + patient);
    }

    @Override
    public Instant open(String practitioner, String patient, String reason) {
        opened.add(practitioner + " " + patient + " " + reason);
        return clock.instant().plus(Duration.ofHours(1));
    }

    @Override
    public boolean isKeptOut(String practitioner, String patient) {
        return keptOut.contains(practitioner + " " + patient);
    }

    @Override
    public boolean takeContact(String practitioner, String patient, String contact) {
        return contacts.isEmpty() && contacts.add(practitioner + " " + patient + " " + contact);
    }

    @Override
    public boolean hasContact(String practitioner, String patient, String contact) {
        return contacts.contains(practitioner + " " + patient + " " + contact);
    }
}
