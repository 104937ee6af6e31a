package org.ancregistry.portals.midwife;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Two windows saved one draft at the same time; the second must look again. */
@ResponseStatus(HttpStatus.CONFLICT)
final class DraftChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DraftChanged() {
        super("The draft was saved from another window meanwhile.");
    }
}
