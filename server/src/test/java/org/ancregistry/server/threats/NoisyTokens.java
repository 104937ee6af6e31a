package org.ancregistry.server.threats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.server.testing.TestTokens;

/** Access tokens that are nearly like a good one. */
record NoisyTokens(String good) {

    /** A token with noise in its text, in its parts, or, signed as it should be, in what it claims. */
    String noisy(Noise noise) {
        var parts = good.split("\\.", -1);
        return switch (noise.below(4)) {
            case 0 -> noise.spoilt(good);
            case 1 -> part(noise.spoilt(text(parts[0]))) + "." + parts[1] + "." + parts[2];
            case 2 -> signed(noise.spoilt(text(parts[1])));
            default -> signed(json(claims(noise)));
        };
    }

    private Map<String, Object> claims(Noise noise) {
        var claims = own();
        var names = new ArrayList<>(claims.keySet());
        names.addAll(List.of("cnf", "nbf", "patient", "crit", "anc_facility"));
        for (var change = 1 + noise.below(2); change > 0; change--) {
            claims.put(noise.oneOf(names), value(noise, 2));
        }
        return claims;
    }

    private static Object value(Noise noise, int depth) {
        return switch (noise.below(depth == 0 ? 4 : 6)) {
            case 0 -> noise.text();
            case 1 -> noise.below(Integer.MAX_VALUE) * (noise.maybe() ? 1L : -1_000_000_000L);
            case 2 -> noise.maybe();
            case 3 ->
                noise.oneOf(List.of("Practitioner/1", "Patient/1", "system/*.cruds", "mother", "system", "TREAT"));
            case 4 -> List.of(value(noise, depth - 1), value(noise, depth - 1));
            default -> Map.of("jkt", value(noise, depth - 1), noise.text(), value(noise, depth - 1));
        };
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String payload) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(TestTokens.key().getKeyID())
                    .build();
            var token = new JWSObject(header, new Payload(payload));
            token.sign(new RSASSASigner(TestTokens.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A token that is as it should be but for one claim. */
    String claiming(String name, Object value) {
        var claims = own();
        claims.put(name, value);
        return signed(json(claims));
    }

    private Map<String, Object> own() {
        try {
            return new LinkedHashMap<>(SignedJWT.parse(good).getPayload().toJSONObject());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
