package org.ancregistry.portals.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id that a form carries, so that a second press does nothing a second time. */
public final class RequestId {

    private RequestId() {}

    /** The id as it was sent; a new UUID for a form that is shown for the first time, or came without one. */
    public static String orNew(@Nullable String sent) {
        return sent == null || sent.isBlank() ? UUID.randomUUID().toString() : sent;
    }
}
