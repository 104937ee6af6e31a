package org.ancregistry.interceptors.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PossessionTest {

    private static final String TOKEN = "a.token.ofhers";
    private static final String ADDRESS = "http://localhost:8080/fhir/Patient/1";
    private static final ECKey KEY = key();
    private static final ECKey OTHER = key();

    private final Set<String> used = new HashSet<>();
    private final Possession possession = new Possession((id, ends) -> used.add(id), Clock.systemUTC());

    @Test
    void opensForWhoHoldsTheKey() {
        assertThatCode(() -> possession.check(shown(proof(claims -> claims)), bound()))
                .doesNotThrowAnyException();
    }

    @Test
    void countsNothingOfTheQuery() {
        var shown = new Shown(TOKEN, new Shown.Proof(proof(claims -> claims), "GET", ADDRESS + "?_format=json"));
        assertThatCode(() -> possession.check(shown, bound())).doesNotThrowAnyException();
    }

    @Test
    void opensNothingForABearerOfABoundToken() {
        assertThat(fault(Shown.bearer(TOKEN), bound())).isEqualTo(TokenFault.BOUND);
    }

    @Test
    void letsABearerPassWithATokenThatIsBoundToNoKey() {
        assertThatCode(() -> possession.check(Shown.bearer(TOKEN), unbound())).doesNotThrowAnyException();
    }

    @Test
    void takesNoProofForATokenThatIsBoundToNoKey() {
        assertThat(fault(shown(proof(claims -> claims)), unbound())).isEqualTo(TokenFault.NOT_BOUND);
    }

    @Test
    void takesAProofOnce() {
        var proof = proof(claims -> claims);
        assertThatCode(() -> possession.check(shown(proof), bound())).doesNotThrowAnyException();
        assertThat(fault(shown(proof), bound())).isEqualTo(TokenFault.PROOF);
    }

    @Test
    void refusesTheKeyOfSomebodyElse() {
        var own = JWSAlgorithm.ES256;
        assertThat(fault(shown(signed(header(own, OTHER), claims().build(), OTHER)), bound()))
                .isEqualTo(TokenFault.PROOF);
        assertThat(fault(shown(signed(header(own, KEY), claims().build(), OTHER)), bound()))
                .as("her key named, another used")
                .isEqualTo(TokenFault.PROOF);
    }

    @Test
    void refusesAProofOfAnotherRequest() {
        refuses("method", claims -> claims.claim("htm", "DELETE"));
        refuses("address", claims -> claims.claim("htu", "http://localhost:8080/fhir/Patient/2"));
        refuses("server", claims -> claims.claim("htu", "https://elsewhere.example/fhir/Patient/1"));
        refuses("token", claims -> claims.claim("ath", hash("another.token.ofhers")));
        refuses("no token", claims -> claims.claim("ath", null));
    }

    @Test
    void refusesAProofOfAnotherTime() {
        refuses("old", claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(90))));
        refuses("not yet", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(90))));
        refuses("never", claims -> claims.issueTime(null));
    }

    @Test
    void refusesAProofThatCouldNotBeRecognised() {
        refuses("no id", claims -> claims.jwtID(null));
        refuses("long id", claims -> claims.jwtID("x".repeat(600)));
    }

    @Test
    void refusesASignatureThatIsNoProofOfAKey() throws JOSEException {
        var secret = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(KEY.toPublicJWK())
                .build();
        var jwt = new SignedJWT(secret, claims().build());
        jwt.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertThat(fault(shown(jwt.serialize()), bound())).isEqualTo(TokenFault.PROOF);
        var otherType = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(KEY.toPublicJWK())
                .type(JOSEObjectType.JWT)
                .build();
        assertThat(fault(shown(signed(otherType, claims().build(), KEY)), bound()))
                .isEqualTo(TokenFault.PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "....", "%00", "eyJhbGciOiJub25lIn0.e30."})
    void refusesWhatIsNoProof(String text) {
        assertThat(fault(shown(text), bound())).isEqualTo(TokenFault.PROOF);
        assertThat(fault(shown("x".repeat(100_000) + text), bound())).isEqualTo(TokenFault.PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/fhir/a|b", "http://local host/", "::"})
    void refusesAnAddressThatIsNone(String address) {
        var shown = new Shown(TOKEN, new Shown.Proof(proof(claims -> claims.claim("htu", address)), "GET", address));
        assertThat(fault(shown, bound())).isEqualTo(TokenFault.PROOF);
    }

    private void refuses(String why, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThat(fault(shown(proof(change)), bound())).as(why).isEqualTo(TokenFault.PROOF);
    }

    private TokenFault fault(Shown shown, JWTClaimsSet token) {
        var refused = catchThrowableOfType(InvalidToken.class, () -> possession.check(shown, token));
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    private static Shown shown(String proof) {
        return new Shown(TOKEN, new Shown.Proof(proof, "GET", ADDRESS));
    }

    private static JWTClaimsSet bound() {
        try {
            var thumbprint = Map.of("jkt", KEY.computeThumbprint().toString());
            return new JWTClaimsSet.Builder().claim("cnf", thumbprint).build();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet unbound() {
        return new JWTClaimsSet.Builder().build();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .claim("htm", "GET")
                .claim("htu", ADDRESS)
                .claim("ath", hash(TOKEN));
    }

    private static String proof(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(header(JWSAlgorithm.ES256, KEY), change.apply(claims()).build(), KEY);
    }

    private static JWSHeader header(JWSAlgorithm algorithm, ECKey key) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64URL.encode(digest.digest(token.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
