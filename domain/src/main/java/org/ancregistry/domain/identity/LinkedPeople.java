package org.ancregistry.domain.identity;

import java.util.Optional;

/** Who is behind a subject: at most one person, and a person has at most one subject of each provider. */
public interface LinkedPeople {

    /** {@code Patient/…} or {@code Practitioner/…} linked to that subject. */
    Optional<String> behind(Subject subject);

    /**
     * Links a subject to {@code Patient/…} or {@code Practitioner/…}, inside the caller's transaction.
     *
     * @return whether it is linked to that person now; false when the subject, or the person at that provider, is
     *     already linked otherwise
     */
    boolean link(Subject subject, String person);
}
