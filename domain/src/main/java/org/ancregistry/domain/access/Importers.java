package org.ancregistry.domain.access;

import java.util.Optional;

/** The systems that may bring Bundles of their own making. */
@FunctionalInterface
public interface Importers {

    /** The system behind that client id, where one is registered. */
    Optional<Importer> of(String client);

    /** What is registered for whoever is asking: only for a system that acts for itself. */
    default Optional<Importer> behind(Caller caller) {
        return caller.has(Role.SYSTEM) ? of(caller.client()) : Optional.empty();
    }
}
