package org.ancregistry.operations;

import org.ancregistry.domain.access.Caller;

/** Counts how often somebody asks what could be guessed, so that nobody can try numbers until one fits. */
public interface Attempts {

    /**
     * Counts one attempt of that caller, whatever becomes of it.
     *
     * @param what the operation's name
     * @throws Refusal {@link Problem#TOO_MANY_ATTEMPTS} when there were too many lately
     */
    void count(Caller caller, String what);
}
