package org.ancregistry.portals.care;

import java.util.List;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What is ticked to be ordered.
 *
 * @param requestId made with the page: sent twice, it is ordered once
 */
record OrderForm(
        @Nullable String requestId,
        @Nullable List<String> tests,
        @Nullable String urgent,
        @Nullable String note) {

    public String request() {
        return RequestId.orNew(requestId);
    }

    List<String> known() {
        return tests == null
                ? List.of()
                : tests.stream()
                        .filter(code -> AntenatalTest.of(code).isPresent())
                        .distinct()
                        .toList();
    }

    @Nullable
    String text() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
