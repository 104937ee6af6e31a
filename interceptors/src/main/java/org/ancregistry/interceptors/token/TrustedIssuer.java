package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.jspecify.annotations.Nullable;

/** Somebody whose signature under an access token we believe, and what his tokens must look like. */
public sealed interface TrustedIssuer permits OwnIssuer, EsignetIssuer {

    /** Whether tokens with this {@code iss} are his. */
    boolean isNamed(String iss);

    Set<JWSAlgorithm> algorithms();

    boolean accepts(@Nullable JOSEObjectType type);

    SigningKeys keys();

    /**
     * Who asks, once signature and times are good.
     *
     * @throws InvalidToken when the token is for somebody else or does not say who asks
     */
    Caller caller(JWTClaimsSet claims) throws InvalidToken;
}
