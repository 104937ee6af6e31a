package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the two tokens with the claims that eSignet gives them, and no others. */
final class Tokens {

    private static final int SECONDS_PER_MINUTE = 60;

    private final Realm realm;

    Tokens(Realm realm) {
        this.realm = realm;
    }

    /** The access token: no scope but what the person permitted, no role, no audience but the client itself. */
    String access(Grant grant, String thumbprint) {
        var client = grant.client();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", grant.proof().subject());
        claims.put("aud", client.id());
        if (realm.profile().namesTheAuthorizedParty()) {
            claims.put("azp", client.id());
        }
        if (!grant.scopes().isEmpty()) {
            claims.put("scope", String.join(" ", grant.scopes()));
        }
        claims.put("iss", realm.urls().issuer());
        if (!thumbprint.isEmpty()) {
            claims.put("cnf", Map.of("jkt", thumbprint));
        }
        claims.put("exp", now() + lifetime(client));
        claims.put("iat", now());
        claims.put("client_id", client.id());
        return sign(claims);
    }

    /** The id_token: who signed in, how and when, and nothing about her. */
    String identity(Grant grant, String accessToken) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("at_hash", Digests.leftHalfOfSha256(accessToken));
        claims.put("sub", grant.proof().subject());
        claims.put("aud", grant.client().id());
        claims.put("acr", grant.proof().acr());
        claims.put("auth_time", grant.proof().at().getEpochSecond());
        claims.put("iss", realm.urls().issuer());
        claims.put("exp", now() + Grants.TOKEN_LIFETIME.toSeconds());
        claims.put("iat", now());
        addNonce(claims, grant.request().nonce());
        return sign(claims);
    }

    @SuppressWarnings("NullAway") // The JSON null is what the older releases were seen to write.
    private void addNonce(Map<String, Object> claims, String nonce) {
        if (!nonce.isEmpty()) {
            claims.put("nonce", nonce);
        } else if (realm.profile().writesNullNonce()) {
            claims.put("nonce", null);
        }
    }

    /** A consent with an end shortens the token, and the answer's {@code expires_in} does not say so. */
    private static long lifetime(SandboxClient client) {
        var normal = Grants.TOKEN_LIFETIME.toSeconds();
        var minutes = client.extra().consentMinutes();
        return minutes > 0 ? Math.min(normal, (long) minutes * SECONDS_PER_MINUTE) : normal;
    }

    private long now() {
        return realm.clock().instant().getEpochSecond();
    }

    private String sign(Map<String, Object> claims) {
        return realm.tokenKeys().sign(realm.profile().tokenAlgorithm(), claims);
    }
}
