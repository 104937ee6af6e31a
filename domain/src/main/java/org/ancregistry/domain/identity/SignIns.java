package org.ancregistry.domain.identity;

import java.util.Set;

/** Under which record a woman's own sign-in leads, when two records of hers become one. */
public interface SignIns {

    /** The identity providers at which {@code person} ({@code Patient/…}) has a sign-in. */
    Set<String> providersOf(String person);

    /**
     * Lets the sign-ins of those providers lead to {@code to} instead, inside the caller's transaction.
     *
     * @param reason in words without personal data, for the history of links
     */
    void move(String from, String to, Set<String> providers, String reason);
}
