package org.ancregistry.operations.ordertests;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.jspecify.annotations.Nullable;

/**
 * Which tests are ordered and which are called off.
 *
 * @param patient {@code Patient/…}
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param tests in the order asked for, which is the order of the answer
 * @param note to whoever does the tests
 * @param calledOff {@code ServiceRequest/…} of orders that are not wanted any more
 */
record OrderTests(
        String patient,
        String requestId,
        String content,
        Set<AntenatalTest> tests,
        boolean urgent,
        @Nullable String note,
        Set<String> calledOff) {

    OrderTests {
        tests = Collections.unmodifiableSet(new LinkedHashSet<>(tests));
        calledOff = Set.copyOf(calledOff);
    }
}
