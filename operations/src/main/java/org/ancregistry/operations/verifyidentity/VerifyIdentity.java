package org.ancregistry.operations.verifyidentity;

import org.jspecify.annotations.Nullable;

/**
 * What a midwife asks about a mother who was registered without an ID and has it with her now.
 *
 * @param patient {@code Patient/…}
 * @param evidence handle of her own authentication
 * @param draft the draft that the evidence belongs to
 * @param decision absent to see both sides and change nothing
 */
record VerifyIdentity(
        String patient,
        String evidence,
        String draft,
        @Nullable VerifyDecision decision,
        Details how) {

    /**
     * What a decision needs.
     *
     * @param requestId the client's own id for this request
     * @param content all that is asked, as one text
     * @param basedOn version of her record that the midwife had before her
     * @param reason why, in her words; needed where the comparison speaks against it
     */
    record Details(
            @Nullable String requestId,
            String content,
            @Nullable String basedOn,
            @Nullable String reason) {}
}
