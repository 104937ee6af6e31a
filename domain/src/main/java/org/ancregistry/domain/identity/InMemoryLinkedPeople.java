package org.ancregistry.domain.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links that are forgotten when the process ends: for tests and single-process try-outs. */
public final class InMemoryLinkedPeople implements LinkedPeople {

    private final Map<Subject, String> bySubject = new HashMap<>();

    @Override
    public synchronized Optional<String> behind(Subject subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    @Override
    public synchronized boolean link(Subject subject, String person) {
        var otherSubject = bySubject.entrySet().stream()
                .anyMatch(link -> link.getValue().equals(person)
                        && link.getKey().provider().equals(subject.provider())
                        && !link.getKey().equals(subject));
        if (!otherSubject) {
            bySubject.putIfAbsent(subject, person);
        }
        return person.equals(bySubject.get(subject));
    }
}
