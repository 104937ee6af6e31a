package org.ancregistry.portals.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/**
 * The key that an app holds and proves with each request (RFC 9449, DPoP): a token that says its thumbprint is worth
 * nothing to whoever copied it. The library checks the proof; this writes it into the token, and keeps an app that can
 * keep no secret to its first key for as long as it refreshes.
 */
final class BoundKey {

    /** The attribute of an authorization that holds the thumbprint of the app's key. */
    static final String THUMBPRINT = "anc.dpop-key";

    /** Longer than the minute before and after its {@code iat} in which the library takes a proof. */
    private static final Duration PROOF_LIFE = Duration.ofMinutes(5);

    private BoundKey() {}

    /**
     * The {@code cnf} claim (RFC 7800) of a token that is being made; empty for an app that proves nothing.
     *
     * @param used remembers proofs for all nodes; the library does so for each node by itself (RFC 9449 section 11.1)
     * @throws OAuth2AuthenticationException when the proof was shown before, or a public app refreshes without the key
     *     that its tokens are bound to
     */
    static Optional<Map<String, String>> claim(JwtEncodingContext context, UsedAssertions used) {
        Jwt proof = context.get(OAuth2TokenContext.DPOP_PROOF_KEY);
        var shown = proof == null ? null : thumbprint(proof);
        if (proof != null && !used.isFirst("dpop " + shown + " " + proof.getId(), PROOF_LIFE)) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_DPOP_PROOF, "This proof was used before.", null));
        }
        var bound = bound(context.getAuthorization());
        if (isRefreshOfPublicApp(context) && bound != null && !bound.equals(shown)) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_DPOP_PROOF, "This refresh token is bound to another key.", null));
        }
        return Optional.ofNullable(shown).map(BoundKey::confirmation);
    }

    static Map<String, String> confirmation(String thumbprint) {
        return Map.of("jkt", thumbprint);
    }

    private static @Nullable String bound(@Nullable OAuth2Authorization authorization) {
        return authorization == null ? null : authorization.getAttribute(THUMBPRINT);
    }

    private static boolean isRefreshOfPublicApp(JwtEncodingContext context) {
        return AuthorizationGrantType.REFRESH_TOKEN.equals(context.getAuthorizationGrantType())
                && context.getRegisteredClient()
                        .getClientAuthenticationMethods()
                        .contains(ClientAuthenticationMethod.NONE);
    }

    private static String thumbprint(Jwt proof) {
        try {
            var key = proof.getHeaders().get("jwk");
            @SuppressWarnings("unchecked")
            var members = (Map<String, Object>) key;
            return JWK.parse(members).computeThumbprint().toString();
        } catch (ParseException | JOSEException | ClassCastException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
        }
    }
}
