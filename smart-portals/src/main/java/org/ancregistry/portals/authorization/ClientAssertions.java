package org.ancregistry.portals.authorization;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks by which a client proves itself with a signed assertion (RFC 7523 section 3): its own key, itself as issuer and
 * subject, us as audience, and a life of five minutes at most.
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final Clients clients;
    private final Set<String> audiences;

    /** @param audiences our issuer and the addresses of our token endpoint */
    ClientAssertions(Clients clients, Collection<String> audiences) {
        this.clients = clients;
        this.audiences = Set.copyOf(audiences);
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var keys = clients.keysOf(client.getClientId()).orElseGet(JWKSet::new);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((JWTClaimsSet claims, SecurityContext context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(assertion -> holds(assertion, client.getClientId())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client")));
        return decoder;
    }

    private boolean holds(Jwt assertion, String clientId) {
        return clientId.equals(assertion.getClaimAsString("iss"))
                && clientId.equals(assertion.getSubject())
                && assertion.getAudience() != null
                && assertion.getAudience().stream().anyMatch(audiences::contains)
                && endsSoon(assertion);
    }

    private static boolean endsSoon(Jwt assertion) {
        var now = Instant.now();
        var end = assertion.getExpiresAt();
        return end != null
                && end.isAfter(now)
                && end.isBefore(now.plus(LONGEST_LIFE).plus(SKEW));
    }
}
