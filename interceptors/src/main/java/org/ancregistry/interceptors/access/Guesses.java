package org.ancregistry.interceptors.access;

import org.ancregistry.domain.access.Caller;

/** Counts look-ups that found nothing, so that nobody tries numbers until one fits. */
@FunctionalInterface
public interface Guesses {

    /** Counts one miss, and refuses the answer when there were too many lately. */
    void missed(Caller caller);
}
