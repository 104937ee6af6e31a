package org.ancregistry.portals.keys;

import java.nio.file.Path;

/** A key that the configuration names cannot be read: the server must not start without it. */
public final class KeyUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyUnreadable(Path file, String why) {
        super("The key file " + file + " cannot be used: " + why + ".");
    }

    KeyUnreadable(Path file, String why, Throwable cause) {
        super("The key file " + file + " cannot be used: " + why + ".", cause);
    }
}
