package org.ancregistry.sandbox;

import java.util.List;
import java.util.Map;

/** What eSignet says no with: a code of its vocabulary, and the text that it writes beside it. */
final class Refusal extends RuntimeException {

    private final String code;
    private final transient List<String> descriptions;

    Refusal(String code) {
        this(code, code);
    }

    Refusal(String code, String description) {
        this(code, List.of(description));
    }

    /** The same fault of several members. */
    Refusal(String code, List<String> descriptions) {
        super(descriptions.get(0), null, false, false);
        this.code = code;
        this.descriptions = List.copyOf(descriptions);
    }

    /** The refusal of one member of a request, in the words of its validator. */
    static Refusal of(String member, String code) {
        return new Refusal(code, member + ": " + code);
    }

    String code() {
        return code;
    }

    String description() {
        return descriptions.get(0);
    }

    /** As MOSIP's envelope lists them. */
    List<Map<String, String>> errors() {
        return descriptions.stream()
                .map(description -> Map.of("errorCode", code, "errorMessage", description))
                .toList();
    }
}
