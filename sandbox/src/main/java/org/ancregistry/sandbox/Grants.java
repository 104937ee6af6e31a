package org.ancregistry.sandbox;

import java.time.Duration;

/** What the sandbox has given out and would still honour. */
final class Grants {

    static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final ExpiringStore<Grant> codes;
    private final ExpiringStore<Access> tokens;

    Grants(Realm realm) {
        codes = realm.store(CODE_LIFETIME);
        tokens = realm.store(TOKEN_LIFETIME);
    }

    /**
     * What an access token gives access to.
     *
     * @param grant what the person allowed
     * @param boundTo the thumbprint of the key that must come with it, empty for a bearer token
     */
    record Access(Grant grant, String boundTo) {}

    String newCode(Grant grant) {
        var code = Digests.handle();
        codes.put(code, grant);
        return code;
    }

    Grant ofCode(String code) {
        return codes.find(code).orElseThrow(() -> new Refusal("invalid_grant"));
    }

    /** Only a use that succeeds burns the code. */
    void use(String code, String accessToken, String boundTo) {
        codes.take(code).ifPresent(grant -> tokens.put(accessToken, new Access(grant, boundTo)));
    }

    Access ofToken(String accessToken) {
        return tokens.find(accessToken).orElseThrow(() -> new Refusal("invalid_token"));
    }

    /** As when eSignet's Redis was emptied: tokens are refused although their signature and time are right. */
    void forget() {
        codes.clear();
        tokens.clear();
    }
}
