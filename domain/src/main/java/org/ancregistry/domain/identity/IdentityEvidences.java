package org.ancregistry.domain.identity;

import java.util.Optional;

/** Where evidence is kept between the mother's own authentication and the registration that uses it up. */
public interface IdentityEvidences {

    /** The evidence of that handle, used, expired or not: whoever asks judges that and says so. */
    Optional<IdentityEvidence> find(String handle);

    /**
     * Marks evidence as used by a registration, inside the caller's transaction. The same request id may use it again.
     *
     * @return whether it is now used by {@code requestId}; false when another registration was first
     */
    boolean useUp(String handle, String requestId);
}
