package org.ancregistry.operations.answerconsent;

/**
 * A mother's own answer.
 *
 * @param patient {@code Patient/…}, herself
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param evidence handle of her own sign-in
 * @param draft what that sign-in was for
 */
record AnswerConsent(String patient, String requestId, String content, boolean permit, String evidence, String draft) {}
