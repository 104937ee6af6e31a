package org.ancregistry.operations.answerreferral;

import org.ancregistry.operations.fhir.NextReview;
import org.ancregistry.operations.fhir.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a referral.
 *
 * @param patient {@code Patient/…}
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param referral {@code ServiceRequest/…}
 * @param reply to the midwife; absent when it is only said that she was seen
 * @param review whether and when the clinic wants to see her again, where the reply says so
 */
record AnswerReferral(
        String patient,
        String requestId,
        String content,
        String referral,
        @Nullable Reply reply,
        @Nullable NextReview review) {}
