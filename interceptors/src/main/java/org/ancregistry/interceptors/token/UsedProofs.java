package org.ancregistry.interceptors.token;

import java.time.Instant;

/** Which proofs of possession were shown before, on all nodes together: each is good for one request. */
public interface UsedProofs {

    /** Whether nobody showed it before; from now on somebody did. It must be remembered until {@code ends}. */
    boolean isFirst(String id, Instant ends);
}
