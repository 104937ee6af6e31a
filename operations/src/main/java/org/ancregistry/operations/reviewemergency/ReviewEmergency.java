package org.ancregistry.operations.reviewemergency;

/**
 * What a supervisor found.
 *
 * @param task {@code Task/…} that asks for the review
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param basedOn the version of the task that was looked at
 * @param review what it was found to be
 * @param words why, and what was done
 */
record ReviewEmergency(String task, String requestId, String content, String basedOn, Review review, String words) {}
