package org.ancregistry.portals.authorization;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks by which a client proves itself with a signed assertion (RFC 7523 section 3, SMART App Launch 2.2 "asymmetric"):
 * its own key, itself as issuer and subject, us as audience, a life of five minutes at most, and never used before.
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_ID = 500;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    private final Clients clients;
    private final Set<String> audiences;
    private final UsedAssertions used;
    private final Clock clock;

    /** @param audiences our issuer and the addresses of our token endpoint */
    ClientAssertions(Clients clients, Collection<String> audiences, UsedAssertions used, Clock clock) {
        this.clients = clients;
        this.audiences = Set.copyOf(audiences);
        this.used = used;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(keysOf(client.getClientId()));
        processor.setJWTClaimsSetVerifier((JWTClaimsSet claims, SecurityContext context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(assertion -> holds(assertion, client.getClientId())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client")));
        return decoder;
    }

    /** Only registered keys: an address in the header counts only when it is the registered one, and is never asked. */
    private JWSKeySelector<SecurityContext> keysOf(String clientId) {
        return (header, context) -> {
            var address = header.getJWKURL();
            if (address != null && !address.toString().equals(clients.keysAddress(clientId))) {
                return List.of();
            }
            return keys(clientId, header, context);
        };
    }

    private List<? extends Key> keys(String clientId, JWSHeader header, SecurityContext context)
            throws KeySourceException {
        var registered = clients.keysOf(clientId, String.valueOf(header.getKeyID()));
        return new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(registered))
                .selectJWSKeys(header, context);
    }

    private boolean holds(Jwt assertion, String clientId) {
        return clientId.equals(assertion.getClaimAsString("iss"))
                && clientId.equals(assertion.getSubject())
                && assertion.getAudience() != null
                && assertion.getAudience().stream().anyMatch(audiences::contains)
                && isNow(assertion)
                && isNew(assertion, clientId);
    }

    private boolean isNow(Jwt assertion) {
        var now = clock.instant();
        var end = assertion.getExpiresAt();
        var begin = assertion.getNotBefore();
        return end != null
                && end.isAfter(now)
                && !end.isAfter(now.plus(LONGEST_LIFE).plus(SKEW))
                && (begin == null || !begin.isAfter(now.plus(SKEW)));
    }

    private boolean isNew(Jwt assertion, String clientId) {
        var id = assertion.getId();
        return id != null
                && !id.isBlank()
                && id.length() <= LONGEST_ID
                && used.isFirst(clientId + " " + id, assertion.getExpiresAt());
    }
}
