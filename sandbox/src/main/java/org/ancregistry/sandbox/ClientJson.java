package org.ancregistry.sandbox;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ancregistry.sandbox.http.Json;
import org.jspecify.annotations.Nullable;

/** Reads a client's registration as eSignet's client management takes it, and says what is wrong with it. */
final class ClientJson {

    private static final int MOST_REDIRECTS = 5;
    private static final int LEAST_MINUTES = 10;
    private static final Pattern NO_SPACE = Pattern.compile("\\S{1,50}");
    private static final Set<String> EXTRAS = Set.of(
            "userinfo_response_type",
            "purpose",
            "signup_banner_required",
            "forgot_pwd_link_required",
            "consent_expire_in_mins",
            "require_pushed_authorization_requests",
            "require_pkce",
            "dpop_bound_access_tokens");

    private ClientJson() {}

    static SandboxClient read(Map<String, Object> json) {
        requireKnown("authContextRefs", "invalid_acr", Discovery.ACRS, json);
        requireKnown("userClaims", "invalid_claim", Discovery.CLAIMS, json);
        requireKnown("clientAuthMethods", "invalid_client_auth", List.of("private_key_jwt"), json);
        requireKnown("grantTypes", "unsupported_grant_type", List.of("authorization_code"), json);
        requireFewRedirects(Json.texts(json, "redirectUris"));
        var id = Json.text(json, "clientId");
        if (!NO_SPACE.matcher(id).matches()) {
            throw Refusal.of("request.clientId", "invalid_client_id");
        }
        return new SandboxClient(
                id,
                Json.text(json, "relyingPartyId"),
                publicKey(Json.object(json, "publicKey")),
                Json.texts(json, "redirectUris"),
                orAll(Json.texts(json, "userClaims"), Claims.ALL),
                orAll(Json.texts(json, "authContextRefs"), SandboxClient.ALL_ACRS.subList(0, 1)),
                extra(json),
                name(json, id));
    }

    private static List<String> orAll(List<String> named, List<String> all) {
        return named.isEmpty() ? all : named;
    }

    private static String name(Map<String, Object> json, String id) {
        var name = Json.text(json, "clientName");
        return name.isEmpty() ? id : name;
    }

    private static void requireKnown(String member, String code, List<String> known, Map<String, Object> json) {
        var values = Json.texts(json, member);
        var wrong = IntStream.range(0, values.size())
                .filter(index -> !known.contains(values.get(index)))
                .mapToObj(index -> "request." + member + "[" + index + "]: " + code)
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refusal(code, wrong);
        }
    }

    /** Too many are reported as each of them being wrong. */
    private static void requireFewRedirects(List<String> uris) {
        var tooMany = uris.size() > MOST_REDIRECTS;
        var wrong = new ArrayList<String>();
        for (var i = 0; i < uris.size(); i++) {
            if (tooMany || uris.get(i).contains("?")) {
                wrong.add("request.redirectUris[" + i + "]: invalid_redirect_uri");
            }
        }
        if (tooMany) {
            wrong.add("request.redirectUris: invalid_redirect_uri");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal("invalid_redirect_uri", wrong);
        }
    }

    private static JWK publicKey(Map<String, Object> json) {
        try {
            var key = JWK.parse(json);
            if (key.toPublicJWK() == null) {
                throw new Refusal("invalid_public_key");
            }
            return key;
        } catch (ParseException | IllegalArgumentException notOne) {
            throw new Refusal("invalid_public_key");
        }
    }

    private static SandboxClient.Extra extra(Map<String, Object> json) {
        var extra = Json.object(json, "additionalConfig");
        var minutes = extra.get("consent_expire_in_mins") instanceof Number number ? number.intValue() : 0;
        var tooShort = minutes != 0 && minutes < LEAST_MINUTES;
        if (tooShort || !EXTRAS.containsAll(extra.keySet())) {
            throw Refusal.of("request.additionalConfig", "invalid_additional_config");
        }
        return new SandboxClient.Extra(
                "JWE".equals(extra.get("userinfo_response_type")),
                encryptionKey(json),
                isOn(extra, "require_pkce"),
                isOn(extra, "require_pushed_authorization_requests"),
                isOn(extra, "dpop_bound_access_tokens"),
                minutes);
    }

    private static boolean isOn(Map<String, Object> extra, String name) {
        return Boolean.TRUE.equals(extra.get(name));
    }

    /** The key that a JWE client's userinfo is encrypted to, null where the registration has none. */
    static @Nullable RSAKey encryptionKey(Map<String, Object> json) {
        var key = Json.object(json, "encPublicKey");
        return key.isEmpty() ? null : publicKey(key).toRSAKey().toPublicJWK();
    }
}
