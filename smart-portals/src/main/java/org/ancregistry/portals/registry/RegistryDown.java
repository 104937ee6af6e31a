package org.ancregistry.portals.registry;

/** The registry did not answer, or not in time. What was asked of it may have been done: ask again with the same id. */
public final class RegistryDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryDown(Throwable cause) {
        super("The registry does not answer.", cause);
    }
}
