package org.ancregistry.domain.phn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A register that forgets when the process ends: for tests and single-process try-outs. */
public final class InMemoryPhnRegister implements PhnRegister {

    private static final int TRIES = 5;

    private final PhnFactory factory;
    private final Map<String, Phn> byPatient = new HashMap<>();
    private final Map<Phn, String> byPhn = new HashMap<>();
    private final Set<Phn> used = new HashSet<>();
    private final Set<Phn> retired = new HashSet<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, List<Phn>> blocks = new HashMap<>();

    public InMemoryPhnRegister(PhnFactory factory) {
        this.factory = factory;
    }

    @Override
    public synchronized Optional<Phn> heldBy(String patient) {
        return Optional.ofNullable(byPatient.get(patient));
    }

    @Override
    public synchronized Optional<String> holderOf(Phn phn) {
        return Optional.ofNullable(byPhn.get(phn));
    }

    @Override
    public synchronized boolean retired(Phn phn) {
        return retired.contains(phn);
    }

    @Override
    public synchronized boolean reserved(Phn phn) {
        return used.contains(phn) && !byPhn.containsKey(phn) && !retired.contains(phn);
    }

    @Override
    public synchronized Issued issue(String patient, String pointOfIssue, String requestId) {
        var answer = answers.computeIfAbsent(requestId, id -> new Answer(patient, issueNow(patient, pointOfIssue)));
        if (!answer.patient().equals(patient)) {
            throw new IllegalArgumentException("That request id asked for another patient before: use a new one.");
        }
        return answer.issued();
    }

    private Issued issueNow(String patient, String pointOfIssue) {
        var held = byPatient.get(patient);
        if (held != null) {
            return new Issued(held, false);
        }
        var phn = unused(pointOfIssue);
        give(phn, patient);
        return new Issued(phn, true);
    }

    @Override
    public synchronized boolean bind(Phn phn, String patient, String requestId) {
        if (retired.contains(phn)) {
            return false;
        }
        var free = !byPatient.containsKey(patient) && !byPhn.containsKey(phn);
        if (free) {
            used.add(phn);
            give(phn, patient);
        }
        return Objects.equals(byPatient.get(patient), phn);
    }

    @Override
    public synchronized List<Phn> reserve(int count, String pointOfIssue, String requestId) {
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException("Between 1 and 100 numbers can be reserved at once.");
        }
        return blocks.computeIfAbsent(
                requestId,
                id -> IntStream.range(0, count)
                        .mapToObj(i -> unused(pointOfIssue))
                        .toList());
    }

    /** Takes a number out of use for ever, as a merge of two records does. */
    public synchronized void retire(Phn phn) {
        used.add(phn);
        retired.add(phn);
        var holder = byPhn.remove(phn);
        if (holder != null) {
            byPatient.remove(holder);
        }
    }

    @Override
    public synchronized void retire(Phn phn, String survivor) {
        retire(phn);
        byPhn.put(phn, survivor);
    }

    @Override
    public synchronized void restore(Phn phn) {
        if (retired.remove(phn)) {
            byPhn.remove(phn);
        }
    }

    private void give(Phn phn, String patient) {
        byPatient.put(patient, phn);
        byPhn.put(phn, patient);
    }

    private Phn unused(String pointOfIssue) {
        for (var i = 0; i < TRIES; i++) {
            var phn = factory.candidate(pointOfIssue);
            if (used.add(phn)) {
                return phn;
            }
        }
        throw new IllegalStateException("No free PHN found in " + TRIES + " tries under this point of issue.");
    }

    private record Answer(String patient, Issued issued) {}
}
