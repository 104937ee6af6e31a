package org.ancregistry.operations.issuephn;

import org.jspecify.annotations.Nullable;

/**
 * A request for numbers: for one person, or a block of them for work without a network.
 *
 * @param requestId the client's own id for this request
 * @param patient {@code Patient/…} who is to hold the number; absent for a block
 * @param count how many numbers to reserve; absent for a person
 * @param pointOfIssue the place that issues; absent for the caller's own
 */
record IssuePhn(
        String requestId,
        @Nullable String patient,
        @Nullable Integer count,
        @Nullable String pointOfIssue) {}
