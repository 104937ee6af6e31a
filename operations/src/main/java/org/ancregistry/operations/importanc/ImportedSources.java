package org.ancregistry.operations.importanc;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What an importer brought before, by its own names, so that it is found again when it is brought again. Every method takes
 * part in the caller's transaction.
 */
public interface ImportedSources {

    /**
     * Takes one name for the caller's transaction, waiting for anybody who is about to bring the same.
     *
     * @return what was kept of it; empty when it is new
     */
    Optional<Brought> take(String importer, String source);

    /** What was kept of those names. */
    Map<String, Brought> of(String importer, Collection<String> sources);

    /** Keeps what became of names, each in place of what was kept before. */
    void keep(String importer, Map<String, Brought> brought);

    /**
     * What became of something that was brought.
     *
     * @param reference {@code Patient/…}, {@code Encounter/…} or {@code Practitioner/…} here
     * @param content equal when the same is brought again
     */
    record Brought(String reference, String content) {}
}
