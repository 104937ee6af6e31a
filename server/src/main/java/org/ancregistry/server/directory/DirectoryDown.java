package org.ancregistry.server.directory;

/** The directory does not answer, or answers nobody at the moment: what was asked or told is worth another attempt. */
final class DirectoryDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryDown(String why) {
        super(why);
    }

    DirectoryDown(String why, Throwable cause) {
        super(why, cause);
    }
}
