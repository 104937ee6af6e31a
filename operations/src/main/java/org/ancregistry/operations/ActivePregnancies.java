package org.ancregistry.operations;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which pregnancy of a woman is being cared for: at most one at a time. */
public interface ActivePregnancies {

    /** {@code EpisodeOfCare/…} that is active for {@code patient} ({@code Patient/…}). */
    Optional<String> of(String patient);

    /** Those of {@code patients} who are pregnant now; a store answers in one look. */
    default Set<String> among(Collection<String> patients) {
        return patients.stream().filter(patient -> of(patient).isPresent()).collect(Collectors.toSet());
    }
}
