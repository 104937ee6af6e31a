package org.ancregistry.operations;

import java.util.Optional;

/** Which pregnancy of a woman is being cared for: at most one at a time. */
public interface ActivePregnancies {

    /** {@code EpisodeOfCare/…} that is active for {@code patient} ({@code Patient/…}). */
    Optional<String> of(String patient);
}
