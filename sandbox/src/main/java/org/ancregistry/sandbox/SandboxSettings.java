package org.ancregistry.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sandbox is to behave.
 *
 * @param profile which release it stands in for
 * @param clients the relying parties it knows
 * @param people whom its ID system knows
 * @param port where it listens on 127.0.0.1, 0 for any free port
 * @param clock what it reads the time from
 * @param blockedFor how long an ID stays blocked after too many wrong codes
 * @param givesIndividualId whether userinfo carries the ID number; as shipped, the mock ID system never does
 * @param listsPeople whether the first page lists the people, for somebody who tries it
 */
public record SandboxSettings(
        EsignetProfile profile,
        List<SandboxClient> clients,
        List<SandboxPerson> people,
        int port,
        Clock clock,
        Duration blockedFor,
        boolean givesIndividualId,
        boolean listsPeople) {

    private static final Duration BLOCKED_FOR = Duration.ofMinutes(5);

    public SandboxSettings {
        clients = List.copyOf(clients);
        people = List.copyOf(people);
    }

    /** As eSignet 1.5 with its mock ID system. */
    public static SandboxSettings esignet15() {
        return of(EsignetProfile.V1_5);
    }

    /** As eSignet 1.7 with its mock ID system. */
    public static SandboxSettings esignet17() {
        return of(EsignetProfile.V1_7);
    }

    /** As eSignet 1.8 with its mock ID system. */
    public static SandboxSettings esignet18() {
        return of(EsignetProfile.V1_8);
    }

    public static SandboxSettings of(EsignetProfile profile) {
        return new SandboxSettings(
                profile, List.of(), SandboxPeople.all(), 0, Clock.systemUTC(), BLOCKED_FOR, false, false);
    }

    public SandboxSettings withClient(SandboxClient client) {
        var more = new ArrayList<>(clients);
        more.add(client);
        return new SandboxSettings(profile, more, people, port, clock, blockedFor, givesIndividualId, listsPeople);
    }

    public SandboxSettings withPerson(SandboxPerson person) {
        var more = new ArrayList<>(people);
        more.add(person);
        return new SandboxSettings(profile, clients, more, port, clock, blockedFor, givesIndividualId, listsPeople);
    }

    public SandboxSettings onPort(int other) {
        return new SandboxSettings(profile, clients, people, other, clock, blockedFor, givesIndividualId, listsPeople);
    }

    public SandboxSettings withClock(Clock other) {
        return new SandboxSettings(profile, clients, people, port, other, blockedFor, givesIndividualId, listsPeople);
    }

    public SandboxSettings blockingFor(Duration other) {
        return new SandboxSettings(profile, clients, people, port, clock, other, givesIndividualId, listsPeople);
    }

    /** The mapping of the ID system extended, so that userinfo carries {@code individual_id}. */
    public SandboxSettings givingIndividualId() {
        return new SandboxSettings(profile, clients, people, port, clock, blockedFor, true, listsPeople);
    }

    /** The first page lists the people with their ID numbers. */
    public SandboxSettings listingPeople() {
        return new SandboxSettings(profile, clients, people, port, clock, blockedFor, givesIndividualId, true);
    }
}
