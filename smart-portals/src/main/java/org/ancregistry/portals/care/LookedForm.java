package org.ancregistry.portals.care;

import java.util.List;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;

/** Which results were looked at, and which she was told. */
record LookedForm(
        @Nullable String requestId,
        @Nullable List<String> order,
        @Nullable List<String> result) {

    String request() {
        return RequestId.orNew(requestId);
    }

    List<String> orders() {
        return ids(order);
    }

    List<String> told() {
        return ids(result);
    }

    private static List<String> ids(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(id -> id.matches("[A-Za-z0-9.-]{1,64}"))
                        .distinct()
                        .toList();
    }
}
