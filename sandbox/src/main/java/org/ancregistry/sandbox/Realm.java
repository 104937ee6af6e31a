package org.ancregistry.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.sandbox.keys.KeyRing;

/** What one sandbox knows: its people, its relying parties, its keys and its clock. */
final class Realm {

    private final SandboxSettings settings;
    private final Urls urls;
    private final SandboxClock clock;
    private final Map<String, SandboxClient> clients = new LinkedHashMap<>();
    private final Map<String, SandboxPerson> people = new LinkedHashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private final ExpiringStore<Boolean> blocked;
    private final KeyRing tokenKeys;
    private final KeyRing userinfoKeys;

    Realm(SandboxSettings settings, URI host) {
        this.settings = settings;
        urls = new Urls(host, settings.profile());
        clock = new SandboxClock(settings.clock());
        blocked = new ExpiringStore<>(clock, settings.blockedFor());
        tokenKeys = new KeyRing("OIDC_SERVICE at " + host, clock);
        userinfoKeys = new KeyRing("MOCK_IDENTITY_SYSTEM at " + host, clock);
        settings.clients().forEach(this::register);
        settings.people().forEach(this::add);
    }

    SandboxSettings settings() {
        return settings;
    }

    EsignetProfile profile() {
        return settings.profile();
    }

    Urls urls() {
        return urls;
    }

    SandboxClock clock() {
        return clock;
    }

    <V> ExpiringStore<V> store(Duration lifetime) {
        return new ExpiringStore<>(clock, lifetime);
    }

    KeyRing tokenKeys() {
        return tokenKeys;
    }

    KeyRing userinfoKeys() {
        return userinfoKeys;
    }

    /**
     * Makes a relying party known.
     *
     * @throws IllegalArgumentException if another client has that id or that key
     */
    synchronized void register(SandboxClient client) {
        if (clients.containsKey(client.id())) {
            throw new IllegalArgumentException("duplicate_client_id");
        }
        if (clients.values().stream().anyMatch(other -> other.thumbprint().equals(client.thumbprint()))) {
            throw new IllegalArgumentException("duplicate_public_key");
        }
        clients.put(client.id(), client);
    }

    synchronized void replace(SandboxClient client) {
        clients.put(client.id(), client);
    }

    synchronized Optional<SandboxClient> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    synchronized void add(SandboxPerson person) {
        people.put(person.individualId(), person);
    }

    synchronized Optional<SandboxPerson> person(String individualId) {
        return Optional.ofNullable(people.get(individualId));
    }

    boolean isBlocked(String individualId) {
        return blocked.find(individualId).isPresent();
    }

    void block(String individualId) {
        blocked.put(individualId, true);
    }

    void unblock(String individualId) {
        blocked.take(individualId);
    }

    synchronized void issued(Issued.Kind kind, SandboxClient client, String individualId) {
        issued.add(new Issued(kind, client.id(), individualId, clock.instant()));
    }

    synchronized List<Issued> issued() {
        return List.copyOf(issued);
    }

    /** Forgets what happened; people, clients and keys stay. */
    synchronized void forget() {
        issued.clear();
        blocked.clear();
        clock.followTheRealOne();
    }
}
