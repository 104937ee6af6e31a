package org.ancregistry.server.cds;

/** A call that cannot be answered as it was sent; the message says what to do. */
final class NotAsked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    NotAsked(int status, String whatToDo) {
        super(whatToDo);
        this.status = status;
    }

    int status() {
        return status;
    }
}
