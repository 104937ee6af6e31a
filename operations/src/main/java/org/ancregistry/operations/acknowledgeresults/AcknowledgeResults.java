package org.ancregistry.operations.acknowledgeresults;

import java.util.Set;

/**
 * Which results were looked at, and which she was told.
 *
 * @param patient {@code Patient/…}
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param orders {@code ServiceRequest/…} whose results were looked at
 * @param told {@code Observation/…} that she was told in person
 */
record AcknowledgeResults(String patient, String requestId, String content, Set<String> orders, Set<String> told) {

    AcknowledgeResults {
        orders = Set.copyOf(orders);
        told = Set.copyOf(told);
    }
}
