package org.ancregistry.server.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.token.OwnIssuer;
import org.ancregistry.interceptors.token.SigningKeys;
import org.ancregistry.server.config.InstallationProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Signs people in without a browser: the running registry also trusts an issuer of the tests, whose tokens are as real as
 * those of its own authorization server.
 */
@Configuration(proxyBeanMethods = false)
public class TestTokens {

    private static final String ISSUER = "https://tokens.test.invalid";
    private static final String SAME_KEY = "ANC_TEST_TOKEN_KEY";
    private static final RSAKey KEY = givenOrNew();

    @Bean
    OwnIssuer issuerOfTheTests(InstallationProperties installation) {
        return new OwnIssuer(ISSUER, installation.fhirBase(), new TestKeys(), tokenId -> false);
    }

    /** Somebody who may do anything that a role may, in {@code areas} or at {@code facility}. */
    public static Caller caller(String id, Role role, @Nullable String facility, String... areas) {
        var scopes =
                switch (role) {
                    case SYSTEM -> Set.of("system/*.cruds");
                    case MOTHER -> Set.of("patient/*.rs");
                    default -> Set.of("user/*.cruds");
                };
        return new Caller(
                id, role, facility, Set.of(areas), scopes, "tests", purpose(role), "test-" + UUID.randomUUID());
    }

    private static Purpose purpose(Role role) {
        return switch (role) {
            case MOTHER -> Purpose.PATIENT_REQUEST;
            case ADMINISTRATOR, SYSTEM -> Purpose.OPERATIONS;
            default -> Purpose.TREATMENT;
        };
    }

    /** An access token that is good for ten minutes at that registry. */
    public static String of(Caller caller, String fhirBase) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(fhirBase)
                .subject(caller.id())
                .jwtID(caller.tokenId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("client_id", caller.client())
                .claim("scope", String.join(" ", caller.scopes()))
                .claim("anc_role", caller.role().code())
                .claim("anc_facility", caller.facility())
                .claim("anc_areas", List.copyOf(caller.areas()))
                .claim("purpose_of_use", caller.purpose().code())
                .claim("patient", patient(caller))
                .build();
        return sign(claims);
    }

    private static @Nullable String patient(Caller caller) {
        var patient = caller.patient();
        return patient == null ? null : patient.substring("Patient/".length());
    }

    /** The key that a token of the tests is signed with, for tokens that are not as they should be. */
    public static RSAKey key() {
        return KEY;
    }

    private static String sign(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(KEY.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a process of its own is started with, so that it trusts the tokens of this one. */
    public static Map<String, String> environment() {
        return Map.of(SAME_KEY, KEY.toJSONString());
    }

    private static RSAKey givenOrNew() {
        var given = System.getenv(SAME_KEY);
        try {
            return given == null ? new RSAKeyGenerator(2048).keyID("test").generate() : RSAKey.parse(given);
        } catch (JOSEException | ParseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class TestKeys implements SigningKeys {

        @Override
        public JWKSet known() {
            return new JWKSet(KEY.toPublicJWK());
        }

        @Override
        public JWKSet renewed() {
            return known();
        }
    }
}
