package org.ancregistry.portals.care;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed.
 *
 * @param requestId made with the page: sent twice, it is written once
 * @param madeAt when the page was made
 * @param basedOn which state of the record it was made from
 */
record AdditionForm(String requestId, String madeAt, String basedOn, String note, String reason) {

    AdditionForm(
            @Nullable String requestId,
            @Nullable String madeAt,
            @Nullable String basedOn,
            @Nullable String note,
            @Nullable String reason) {
        this.requestId = Objects.requireNonNullElse(requestId, "");
        this.madeAt = Objects.requireNonNullElse(madeAt, "");
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.note = Objects.requireNonNullElse(note, "");
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    static AdditionForm empty(String basedOn, String madeAt) {
        return new AdditionForm(UUID.randomUUID().toString(), madeAt, basedOn, "", "");
    }

    /** The same words, based on what is in the record now. */
    AdditionForm basedOn(String version) {
        return new AdditionForm(requestId, madeAt, version, note, reason);
    }
}
