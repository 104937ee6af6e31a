package org.ancregistry.operations;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers answers as long as the process lives: for tests. */
public final class InMemoryRegistryRequests implements RegistryRequests {

    private final Map<RequestKey, String> asked = new HashMap<>();
    private final Map<RequestKey, String> answers = new HashMap<>();

    @Override
    public synchronized Optional<String> take(RequestKey key, String operation, String content) {
        var before = asked.putIfAbsent(key, operation + content);
        if (before != null && !before.equals(operation + content)) {
            throw Problem.REQUEST_REUSED.because(REUSED).at("request-id");
        }
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public synchronized Optional<String> answer(RequestKey key, String operation, String content) {
        return (operation + content).equals(asked.get(key)) ? Optional.ofNullable(answers.get(key)) : Optional.empty();
    }

    @Override
    public synchronized void answered(RequestKey key, String answer) {
        answers.put(key, answer);
    }
}
