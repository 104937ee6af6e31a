package org.ancregistry.portals.esignet;

import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_ACCESS_TOKEN_HASH;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_ACR;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_AUDIENCE;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_AUTHORIZED_PARTY;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_EXPIRED;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_ISSUER;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_MALFORMED;
import static org.ancregistry.portals.esignet.EsignetRefused.Reason.ID_TOKEN_NONCE;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What an id_token must say to prove that this person signed in, now, for us (OpenID Connect Core 3.1.3.7). */
final class IdTokenRules {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int HALF_OF_SHA_256 = 16;

    private final Set<String> issuers;
    private final Set<String> acrValues;
    private final Clock clock;

    IdTokenRules(Set<String> issuers, Set<String> acrValues, Clock clock) {
        this.issuers = Set.copyOf(issuers);
        this.acrValues = Set.copyOf(acrValues);
        this.clock = clock;
    }

    /** @throws EsignetRefused with the first rule that the token breaks */
    void check(Jwt token, String clientId, String nonce, String accessToken) {
        require(issuers.contains(String.valueOf(token.getClaimAsString("iss"))), ID_TOKEN_ISSUER);
        checkAudience(token, clientId);
        checkTimes(token);
        require(same(token.getClaimAsString("nonce"), nonce), ID_TOKEN_NONCE);
        require(acrValues.contains(String.valueOf(token.getClaimAsString("acr"))), ID_TOKEN_ACR);
        checkAccessTokenHash(token.getClaimAsString("at_hash"), accessToken);
        require(token.getSubject() != null && !token.getSubject().isBlank(), ID_TOKEN_MALFORMED);
    }

    private static void checkAudience(Jwt token, String clientId) {
        var audience = token.getAudience();
        require(audience != null && audience.contains(clientId), ID_TOKEN_AUDIENCE);
        var authorizedParty = token.getClaimAsString("azp");
        var forUsAlone = authorizedParty == null && token.getAudience().size() == 1;
        require(forUsAlone || clientId.equals(authorizedParty), ID_TOKEN_AUTHORIZED_PARTY);
    }

    private void checkTimes(Jwt token) {
        var now = clock.instant();
        var expiresAt = token.getExpiresAt();
        require(expiresAt != null && now.isBefore(expiresAt.plus(SKEW)), ID_TOKEN_EXPIRED);
        require(!isFuture(token.getIssuedAt(), now), ID_TOKEN_EXPIRED);
    }

    private static boolean isFuture(@Nullable Instant issuedAt, Instant now) {
        return issuedAt == null || issuedAt.isAfter(now.plus(SKEW));
    }

    private static void checkAccessTokenHash(@Nullable String hash, String accessToken) {
        if (hash != null) {
            var left = Arrays.copyOf(Randomness.sha256(accessToken), HALF_OF_SHA_256);
            require(
                    same(hash, Base64.getUrlEncoder().withoutPadding().encodeToString(left)),
                    ID_TOKEN_ACCESS_TOKEN_HASH);
        }
    }

    private static boolean same(@Nullable String given, String wanted) {
        return given != null && MessageDigest.isEqual(Randomness.sha256(given), Randomness.sha256(wanted));
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new EsignetRefused(otherwise);
        }
    }
}
