package org.ancregistry.domain.access;

/** The registries that announce their numbers here, where this registry is the national one. */
@FunctionalInterface
public interface IdentitySources {

    /** Whether the system behind that client id is one of them. */
    boolean includes(String client);

    /** The same for whoever is asking: only for a system that acts for itself. */
    default boolean include(Caller caller) {
        return caller.has(Role.SYSTEM) && includes(caller.client());
    }
}
