package org.ancregistry.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What eSignet keeps in Redis: things under a key that are gone after a time. */
final class ExpiringStore<V> {

    private record Entry<V>(V value, Instant until) {}

    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();
    private final Clock clock;
    private final Duration lifetime;

    ExpiringStore(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    synchronized void put(String key, V value) {
        forgetTheOld();
        entries.remove(key);
        entries.put(key, new Entry<>(value, clock.instant().plus(lifetime)));
    }

    /** Keeps a value unless one is there; tells whether it was new. */
    synchronized boolean putNew(String key, V value) {
        var isNew = find(key).isEmpty();
        if (isNew) {
            put(key, value);
        }
        return isNew;
    }

    synchronized Optional<V> find(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Entry::value);
    }

    /** Finds a value and forgets it. */
    synchronized Optional<V> take(String key) {
        var found = find(key);
        entries.remove(key);
        return found;
    }

    synchronized void clear() {
        entries.clear();
    }

    /** All entries live equally long, so the oldest come first. */
    private void forgetTheOld() {
        var now = clock.instant();
        var oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().until())) {
            oldestFirst.remove();
        }
    }
}
