package org.ancregistry.portals.esignet;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads signed tokens of one kind: only with the algorithms agreed, only with keys of the agreed source. */
final class SignedTokens {

    private final VerificationKeys keys;
    private final Set<JWSAlgorithm> algorithms;
    private final Faults faults;
    private final NimbusJwtDecoder decoder;

    SignedTokens(VerificationKeys keys, Set<JWSAlgorithm> algorithms, Faults faults) {
        this.keys = keys;
        this.algorithms = Set.copyOf(algorithms);
        this.faults = faults;
        this.decoder = decoder(keys, this.algorithms);
    }

    /** What a fault is called, by the kind of token. */
    record Faults(Reason malformed, Reason algorithm, Reason signature) {}

    private static NimbusJwtDecoder decoder(VerificationKeys keys, Set<JWSAlgorithm> algorithms) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWTClaimsSetVerifier((JWTClaimsSet claims, SecurityContext context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    /**
     * The content of a token whose signature holds; what it says is not judged here.
     *
     * @throws EsignetRefused when it does not hold
     * @throws EsignetUnavailable when that cannot be known, because the keys cannot be read
     */
    Jwt read(String compact) {
        requireAgreedAlgorithm(compact);
        try {
            return decodeOnce(compact);
        } catch (EsignetRefused unfitting) {
            if (renewed()) {
                return decodeOnce(compact);
            }
            throw unfitting;
        }
    }

    private void requireAgreedAlgorithm(String compact) {
        try {
            if (!algorithms.contains(SignedJWT.parse(compact).getHeader().getAlgorithm())) {
                throw new EsignetRefused(faults.algorithm());
            }
        } catch (ParseException e) {
            throw new EsignetRefused(faults.malformed());
        }
    }

    private Jwt decodeOnce(String compact) {
        try {
            return decoder.decode(compact);
        } catch (BadJwtException e) {
            throw new EsignetRefused(faults.signature());
        } catch (JwtException e) {
            throw new EsignetUnavailable("its keys cannot be read", e);
        }
    }

    private boolean renewed() {
        try {
            return keys.renew();
        } catch (KeySourceException e) {
            throw new EsignetUnavailable("its keys cannot be read", e);
        }
    }
}
