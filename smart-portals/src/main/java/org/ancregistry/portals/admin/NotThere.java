package org.ancregistry.portals.admin;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such person or place, or it is not this person's to manage: to her both look alike. */
final class NotThere extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    NotThere() {
        super(HttpStatus.NOT_FOUND);
    }
}
