package org.ancregistry.operations.decidematch;

import org.ancregistry.operations.Given;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor asks about a task.
 *
 * @param task {@code Task/…}
 * @param decision absent to see both sides and change nothing
 * @param how what else a decision needs
 */
record DecideMatch(String task, @Nullable MatchDecision decision, Details how) {

    /**
     * What a decision needs.
     *
     * @param requestId the client's own id for this request
     * @param content all that is asked, as one text
     * @param basedOn version of the task that the supervisor had before her
     * @param phn the number that is hers; the one on the task when absent
     * @param comparedWith {@code Patient/…} that she was compared with
     * @param reason why, in the supervisor's words
     */
    record Details(
            @Nullable String requestId,
            String content,
            @Nullable String basedOn,
            @Nullable String phn,
            @Nullable String comparedWith,
            @Nullable String reason) {

        String why() {
            return Given.present(reason, "reason");
        }
    }
}
