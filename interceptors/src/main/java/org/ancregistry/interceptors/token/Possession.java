package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.ancregistry.interceptors.token.Shown.Proof;

/**
 * Whether who shows a token is the one it was given to (RFC 9449): a token that is bound to a key opens nothing without a
 * new proof of that key, made for this request, and a proof adds nothing to a token that is bound to none.
 */
final class Possession {

    /** What a proof may be signed with, as the SMART configuration says. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384);

    private static final Duration MOST_AGE = Duration.ofSeconds(60);
    private static final int LONGEST = 8 * 1024;
    private static final int LONGEST_ID = 500;

    private final UsedProofs used;
    private final Clock clock;
    private final DPoPProtectedResourceRequestVerifier verifier;

    Possession(UsedProofs used, Clock clock) {
        this.used = used;
        this.clock = clock;
        this.verifier =
                new DPoPProtectedResourceRequestVerifier(ALGORITHMS, MOST_AGE.toSeconds(), this::rememberOrRefuse);
    }

    private void rememberOrRefuse(Map.Entry<DPoPIssuer, JWTID> shown) throws AlreadyUsedException {
        var id = shown.getValue().getValue();
        var forgotten = clock.instant().plus(MOST_AGE.multipliedBy(3));
        if (id.length() > LONGEST_ID || !used.isFirst(shown.getKey().getValue() + " " + id, forgotten)) {
            throw new AlreadyUsedException("The proof was used before.");
        }
    }

    /**
     * @param claims of the token, whose signature is good
     * @throws InvalidToken when the token is bound and the proof is missing or wrong, or there is a proof of nothing
     */
    void check(Shown shown, JWTClaimsSet claims) throws InvalidToken {
        var proof = shown.proof();
        if (claims.getClaim("cnf") == null) {
            if (proof != null) {
                throw new InvalidToken(TokenFault.NOT_BOUND);
            }
        } else if (proof == null) {
            throw new InvalidToken(TokenFault.BOUND);
        } else {
            check(shown.token(), proof, thumbprint(claims));
        }
    }

    private static JWKThumbprintConfirmation thumbprint(JWTClaimsSet claims) throws InvalidToken {
        var thumbprint = claims.getClaim("cnf") instanceof Map<?, ?> confirmation ? confirmation.get("jkt") : null;
        if (!(thumbprint instanceof String text)) {
            throw new InvalidToken(TokenFault.CLAIMS);
        }
        return new JWKThumbprintConfirmation(new Base64URL(text));
    }

    private void check(String token, Proof proof, JWKThumbprintConfirmation thumbprint) throws InvalidToken {
        try {
            verifier.verify(
                    proof.method(),
                    URI.create(proof.address()),
                    new DPoPIssuer(thumbprint.getValue().toString()),
                    parsed(proof.jwt()),
                    new DPoPAccessToken(token),
                    thumbprint,
                    null);
        } catch (InvalidDPoPProofException
                | AccessTokenValidationException
                | JOSEException
                | IllegalArgumentException e) {
            throw new InvalidToken(TokenFault.PROOF);
        }
    }

    private static SignedJWT parsed(String proof) throws InvalidToken {
        try {
            if (proof.length() <= LONGEST) {
                return SignedJWT.parse(proof);
            }
        } catch (ParseException | IllegalArgumentException e) {
            // Answered like one that is too long.
        }
        throw new InvalidToken(TokenFault.PROOF);
    }
}
