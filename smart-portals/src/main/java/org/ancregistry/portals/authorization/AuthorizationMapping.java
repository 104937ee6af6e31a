package org.ancregistry.portals.authorization;

import com.nimbusds.jwt.JWTParser;
import java.security.Principal;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Between the library's authorizations and rows. Scopes are words in a text, because a granular scope may hold a comma;
 * tokens are digests, because a copy of the table must open nothing. A token that was read back has its digest in place
 * of its value, except for the one that the caller showed.
 */
final class AuthorizationMapping {

    static final String VERSION = "anc.version";
    private static final String TOKEN_ID = "jti";
    private static final String DIGEST = "sha256:";

    private AuthorizationMapping() {}

    static AuthorizationRow row(OAuth2Authorization authorization, int version) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        var access = authorization.getAccessToken();
        var refresh = authorization.getRefreshToken();
        var id = authorization.getToken(OidcIdToken.class);
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        String state = authorization.getAttribute("state");
        return new AuthorizationRow(
                authorization.getId(),
                version,
                authorization.getRegisteredClientId(),
                authorization.getPrincipalName(),
                authorization.getAuthorizationGrantType().getValue(),
                String.join(" ", authorization.getAuthorizedScopes()),
                request == null ? null : StoredRequest.write(request),
                state == null ? null : digest(state),
                digest(code),
                time(code, OAuth2Token::getIssuedAt),
                time(code, OAuth2Token::getExpiresAt),
                code != null && code.isInvalidated(),
                tokenId(access),
                digest(access),
                time(access, OAuth2Token::getIssuedAt),
                time(access, OAuth2Token::getExpiresAt),
                digest(refresh),
                time(refresh, OAuth2Token::getIssuedAt),
                time(refresh, OAuth2Token::getExpiresAt),
                digest(id),
                time(id, OAuth2Token::getIssuedAt),
                time(id, OAuth2Token::getExpiresAt),
                isRevoked(access) || isRevoked(refresh),
                lastEnd(code, access, refresh, id),
                authorization.getAttribute(LaunchContext.PATIENT),
                authorization.getAttribute(LaunchContext.ENCOUNTER),
                dpopKey(access));
    }

    private static @Nullable String dpopKey(OAuth2Authorization.@Nullable Token<OAuth2AccessToken> access) {
        var claims = access == null ? null : access.getClaims();
        return claims != null && claims.get("cnf") instanceof Map<?, ?> confirmation
                ? (String) confirmation.get("jkt")
                : null;
    }

    private static boolean isRevoked(OAuth2Authorization.@Nullable Token<?> token) {
        return token != null && token.isInvalidated();
    }

    private static @Nullable String digest(OAuth2Authorization.@Nullable Token<?> token) {
        return token == null ? null : digest(token.getToken().getTokenValue());
    }

    /** The digest under which a value is kept; a value that is a digest already stays as it is. */
    private static String digest(String value) {
        return value.startsWith(DIGEST) ? value.substring(DIGEST.length()) : Randomness.digest(value);
    }

    private static @Nullable String tokenId(OAuth2Authorization.@Nullable Token<OAuth2AccessToken> access) {
        if (access == null) {
            return null;
        }
        var claims = access.getClaims();
        return claims == null ? null : (String) claims.get(TOKEN_ID);
    }

    private static @Nullable OffsetDateTime time(
            OAuth2Authorization.@Nullable Token<?> token, Function<OAuth2Token, @Nullable Instant> which) {
        var moment = token == null ? null : which.apply(token.getToken());
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime lastEnd(OAuth2Authorization.@Nullable Token<?>... tokens) {
        return Stream.of(tokens)
                .map(token -> time(token, OAuth2Token::getExpiresAt))
                .filter(Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .orElseGet(() -> OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(10));
    }

    /** @param shown the token with which the authorization was found, if any */
    static OAuth2Authorization authorization(AuthorizationRow row, RegisteredClient client, @Nullable String shown) {
        var values = new Values(shown);
        var scopes = scopes(row.scopes());
        var authorization = OAuth2Authorization.withRegisteredClient(client)
                .id(row.id())
                .principalName(row.person())
                .authorizationGrantType(new AuthorizationGrantType(row.grantType()))
                .authorizedScopes(scopes)
                .attribute(VERSION, row.version())
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(row.person(), null, List.of()));
        if (row.request() != null) {
            authorization.attribute(OAuth2AuthorizationRequest.class.getName(), StoredRequest.read(row.request()));
        }
        if (row.patient() != null) {
            authorization.attribute(LaunchContext.PATIENT, row.patient());
        }
        if (row.encounter() != null) {
            authorization.attribute(LaunchContext.ENCOUNTER, row.encounter());
        }
        if (row.dpopKey() != null) {
            authorization.attribute(BoundKey.THUMBPRINT, row.dpopKey());
        }
        if (row.stateHash() != null) {
            authorization.attribute("state", values.of(row.stateHash()));
        }
        addCode(authorization, row, values);
        addAccessToken(authorization, row, values, scopes);
        addRefreshToken(authorization, row, values);
        addIdToken(authorization, row, values);
        return authorization.build();
    }

    /** Values of stored tokens: the one that was shown as it is, the others as digests. */
    private record Values(@Nullable String shown) {

        String of(String digest) {
            return shown != null && Randomness.digest(shown).equals(digest) ? shown : DIGEST + digest;
        }
    }

    private static Set<String> scopes(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static void addCode(OAuth2Authorization.Builder to, AuthorizationRow row, Values values) {
        if (row.codeHash() != null) {
            to.token(
                    new OAuth2AuthorizationCode(
                            values.of(row.codeHash()), instant(row.codeIssuedAt()), instant(row.codeExpiresAt())),
                    about -> about.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, row.codeUsed()));
        }
    }

    private static void addAccessToken(
            OAuth2Authorization.Builder to, AuthorizationRow row, Values values, Set<String> scopes) {
        if (row.accessTokenHash() == null || row.accessTokenId() == null) {
            return;
        }
        var value = values.of(row.accessTokenHash());
        var token = new OAuth2AccessToken(
                row.dpopKey() == null ? OAuth2AccessToken.TokenType.BEARER : OAuth2AccessToken.TokenType.DPOP,
                value,
                instant(row.accessIssuedAt()),
                instant(row.accessExpiresAt()),
                scopes);
        to.token(token, about -> {
            about.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, row.revoked());
            about.put(
                    OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
                    value.startsWith(DIGEST) ? rememberedClaims(row) : claims(value));
        });
    }

    /** What the table still knows of a token that nobody showed: its id, and the key that it is bound to. */
    private static Map<String, Object> rememberedClaims(AuthorizationRow row) {
        var claims = new HashMap<String, Object>();
        claims.put(TOKEN_ID, row.accessTokenId());
        if (row.dpopKey() != null) {
            claims.put("cnf", BoundKey.confirmation(row.dpopKey()));
        }
        return claims;
    }

    private static void addRefreshToken(OAuth2Authorization.Builder to, AuthorizationRow row, Values values) {
        if (row.refreshTokenHash() != null) {
            to.token(
                    new OAuth2RefreshToken(
                            values.of(row.refreshTokenHash()),
                            instant(row.refreshIssuedAt()),
                            instant(row.refreshExpiresAt())),
                    about -> about.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, row.revoked()));
        }
    }

    private static void addIdToken(OAuth2Authorization.Builder to, AuthorizationRow row, Values values) {
        if (row.idTokenHash() != null) {
            Map<String, Object> claims = Map.of("sub", row.person());
            to.token(
                    new OidcIdToken(
                            values.of(row.idTokenHash()),
                            instant(row.idTokenIssuedAt()),
                            instant(row.idTokenExpiresAt()),
                            claims),
                    about -> about.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims));
        }
    }

    /** The claims of a token of ours: it was found by its digest, so that nobody changed it. */
    private static Map<String, Object> claims(String token) {
        try {
            var claims = new HashMap<>(JWTParser.parse(token).getJWTClaimsSet().getClaims());
            claims.replaceAll((name, value) -> value instanceof Date moment ? moment.toInstant() : value);
            return claims;
        } catch (ParseException e) {
            throw new IllegalStateException("An access token of ours is no JWT.", e);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
