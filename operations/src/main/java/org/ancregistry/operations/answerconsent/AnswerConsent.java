package org.ancregistry.operations.answerconsent;

import org.ancregistry.operations.fhir.RecordConsents.Wish;

/**
 * A mother's own answer.
 *
 * @param patient {@code Patient/…}, herself
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param wish with whom she shares her record
 * @param evidence handle of her own sign-in
 * @param draft what that sign-in was for
 */
record AnswerConsent(String patient, String requestId, String content, Wish wish, String evidence, String draft) {}
