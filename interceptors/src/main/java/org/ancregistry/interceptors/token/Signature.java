package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;

/** A token's signature, and the key it says it was made with. */
record Signature(SignedJWT jwt) {

    private static final DefaultJWSVerifierFactory VERIFIERS = new DefaultJWSVerifierFactory();

    static Signature of(SignedJWT jwt) throws InvalidToken {
        if (jwt.getHeader().getKeyID() == null) {
            throw new InvalidToken(TokenFault.KEY_UNKNOWN);
        }
        return new Signature(jwt);
    }

    /**
     * Believes it, or asks the issuer once more: for a key not seen before, and, since an issuer may give a new key the
     * name of an old one (eSignet does), for a signature that does not fit.
     */
    void checkAgainst(SigningKeys keys) throws InvalidToken, KeysUnavailable {
        var named = named(keys.known());
        if (named.isEmpty()) {
            named = named(keys.renewed());
        }
        if (named.isEmpty()) {
            throw new InvalidToken(TokenFault.KEY_UNKNOWN);
        }
        if (!fitsOneOf(named) && !fitsRenewed(keys, named)) {
            throw new InvalidToken(TokenFault.SIGNATURE);
        }
    }

    private boolean fitsRenewed(SigningKeys keys, List<JWK> tried) {
        try {
            var named = named(keys.renewed());
            return !named.equals(tried) && fitsOneOf(named);
        } catch (KeysUnavailable e) {
            return false;
        }
    }

    private List<JWK> named(JWKSet keys) {
        return new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())).select(keys);
    }

    private boolean fitsOneOf(List<JWK> keys) {
        return keys.stream().anyMatch(this::fits);
    }

    private boolean fits(JWK key) {
        try {
            var publicKey = ((AsymmetricJWK) key).toPublicKey();
            return jwt.verify(VERIFIERS.createJWSVerifier(jwt.getHeader(), publicKey));
        } catch (JOSEException e) {
            return false;
        }
    }
}
