package org.ancregistry.interceptors.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads claims that must have one shape, so that a claim of another shape is a bad token and not an accident. */
record Claims(JWTClaimsSet set) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    String required(String name) throws InvalidToken {
        return optional(name).orElseThrow(() -> new InvalidToken(TokenFault.CLAIMS));
    }

    Optional<String> optional(String name) throws InvalidToken {
        try {
            return Optional.ofNullable(set.getStringClaim(name)).filter(value -> !value.isBlank());
        } catch (ParseException e) {
            throw new InvalidToken(TokenFault.CLAIMS);
        }
    }

    Set<String> words(String name) throws InvalidToken {
        return optional(name).map(text -> Set.of(text.strip().split("\\s+"))).orElse(Set.of());
    }

    /** A reference like {@code Practitioner/12}, of one type. */
    static String reference(String type, String value) throws InvalidToken {
        var bare = value.startsWith(type + "/") ? value.substring(type.length() + 1) : "";
        if (!ID.matcher(bare).matches()) {
            throw new InvalidToken(TokenFault.CLAIMS);
        }
        return value;
    }

    @Nullable
    String optionalReference(String type, String name) throws InvalidToken {
        var value = optional(name);
        return value.isPresent() ? reference(type, value.get()) : null;
    }

    Set<String> references(String type, String name) throws InvalidToken {
        var values = list(name);
        for (var value : values) {
            reference(type, value);
        }
        return Set.copyOf(values);
    }

    private List<String> list(String name) throws InvalidToken {
        try {
            var values = set.getStringListClaim(name);
            return values == null ? List.of() : values;
        } catch (ParseException e) {
            throw new InvalidToken(TokenFault.CLAIMS);
        }
    }
}
