package org.ancregistry.portals.esignet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claims that somebody released. A claim may come once in each language that was asked for, as {@code name#sin}
 * beside {@code name#eng} (OpenID Connect Core 5.2).
 */
record ReleasedClaims(Map<String, Object> all) {

    /** Every language's value of a claim that says something, by language as it was sent; the empty language first. */
    Map<String, Object> inEachLanguage(String claim) {
        var values = new LinkedHashMap<String, Object>();
        put(values, "", all.get(claim));
        all.forEach((name, value) -> {
            if (name.startsWith(claim + "#")) {
                put(values, name.substring(claim.length() + 1), value);
            }
        });
        return values;
    }

    private static void put(Map<String, Object> values, String language, @Nullable Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            values.put(language, value);
        }
    }

    /** The texts of a claim, one a language. */
    List<String> texts(String claim) {
        return inEachLanguage(claim).values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    Optional<String> text(String claim) {
        return texts(claim).stream().findFirst();
    }

    /** Those of {@code asked} that came and say something. */
    Set<String> grantedOf(Set<String> asked) {
        return asked.stream().filter(claim -> !inEachLanguage(claim).isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
