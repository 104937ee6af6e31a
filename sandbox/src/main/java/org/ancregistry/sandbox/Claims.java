package org.ancregistry.sandbox;

import java.util.List;
import java.util.Map;

/** The claims that a person may be asked for. */
final class Claims {

    /** In the order that eSignet lists them. */
    static final List<String> ALL =
            List.of("birthdate", "address", "gender", "name", "phone_number", "email", "picture", "individual_id");

    private static final List<String> PROFILE = ALL.subList(0, 7);
    private static final Map<String, List<String>> BY_SCOPE = Map.of(
            "profile", PROFILE,
            "email", List.of("email"),
            "phone", List.of("phone_number"),
            "address", List.of("address"));

    private Claims() {}

    static List<String> ofScope(String scope) {
        return BY_SCOPE.getOrDefault(scope, List.of());
    }
}
