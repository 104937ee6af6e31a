package org.ancregistry.domain.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Evidence that is forgotten when the process ends: for tests and single-process try-outs. */
public final class InMemoryIdentityEvidences implements IdentityEvidences {

    private final Map<String, IdentityEvidence> byHandle = new ConcurrentHashMap<>();

    public void keep(IdentityEvidence evidence) {
        byHandle.put(evidence.handle(), evidence);
    }

    @Override
    public Optional<IdentityEvidence> find(String handle) {
        return Optional.ofNullable(byHandle.get(handle));
    }

    @Override
    public boolean useUp(String handle, String requestId) {
        var evidence =
                byHandle.computeIfPresent(handle, (key, kept) -> kept.usedBy() == null ? used(kept, requestId) : kept);
        return evidence != null && requestId.equals(evidence.usedBy());
    }

    private static IdentityEvidence used(IdentityEvidence kept, String requestId) {
        return new IdentityEvidence(
                kept.handle(),
                kept.provider(),
                kept.subject(),
                kept.verified(),
                kept.granted(),
                kept.declined(),
                kept.acr(),
                kept.authenticatedAt(),
                kept.askedBy(),
                kept.draft(),
                kept.expiresAt(),
                requestId);
    }
}
