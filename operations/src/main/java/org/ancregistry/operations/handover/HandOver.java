package org.ancregistry.operations.handover;

import org.jspecify.annotations.Nullable;

/**
 * What is asked about a mother who moves.
 *
 * @param patient {@code Patient/…}
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param area {@code Organization/…} that she moves to; needed to give
 * @param reason what the other midwife should know
 */
record HandOver(
        String patient,
        HandOverAction action,
        String requestId,
        String content,
        @Nullable String area,
        @Nullable String reason) {}
