package org.ancregistry.server.directory;

/** The directory answers, and will not do what this one request asks. What it says of it is not kept: it may name her. */
final class DirectoryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    DirectoryRefused(int status, String code) {
        super("The PHN directory answered " + status + " " + code);
        this.status = status;
        this.code = code;
    }

    /** Status and code, without a word of the answer. */
    String answered() {
        return (status + " " + code).strip();
    }

    /** Whether asking again is of no use: the fault lies in what was sent, and not in what it meets there at the moment. */
    boolean isForGood() {
        return status != 409;
    }
}
