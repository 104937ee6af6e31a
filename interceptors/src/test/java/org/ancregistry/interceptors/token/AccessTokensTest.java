package org.ancregistry.interceptors.token;

import static org.ancregistry.interceptors.token.TestIssuer.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private final TestIssuer issuer = TestIssuer.open();
    private final MovableClock clock = new MovableClock();
    private final Set<String> withdrawn = new HashSet<>();
    private AccessTokens tokens;

    @BeforeEach
    void trustTheIssuer() {
        var keys = new RemoteSigningKeys(issuer.jwks(), clock);
        var own = new OwnIssuer(issuer.name(), TestIssuer.FHIR_BASE, keys, withdrawn::contains);
        tokens = new AccessTokens(List.of(own), (proof, ends) -> true, clock);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void namesTheMidwifeBehindAGoodToken() throws InvalidToken, KeysUnavailable {
        assertThat(tokens.caller(issuer.signed(claims -> claims)))
                .isEqualTo(new Caller(
                        "Practitioner/12",
                        Role.MIDWIFE,
                        "Organization/moh-1",
                        Set.of("Organization/phm-1"),
                        Set.of("openid", "user/*.cruds"),
                        "anc-portals",
                        Purpose.TREATMENT,
                        "token-1"));
    }

    @Test
    void looksAtEverythingButTheSignatureOnEveryUse() throws InvalidToken, KeysUnavailable {
        var token = issuer.signed(claims -> claims);
        tokens.caller(token);
        withdrawn.add("token-1");
        assertThat(faultOf(token)).isEqualTo(TokenFault.REVOKED);
        withdrawn.clear();
        clock.advance(Duration.ofMinutes(12));
        assertThat(faultOf(token)).isEqualTo(TokenFault.EXPIRED);
    }

    @Test
    void doesNotBelieveAnotherTokenForThisOnesSake() throws InvalidToken, KeysUnavailable {
        var token = issuer.signed(claims -> claims);
        tokens.caller(token);
        var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
        assertThat(faultOf(forged)).isEqualTo(TokenFault.SIGNATURE);
    }

    @Test
    void stopsBelievingATokenWhoseKeyWasTakenOutOfUse() throws InvalidToken, KeysUnavailable {
        var token = issuer.signed(claims -> claims);
        tokens.caller(token);
        issuer.rotateTo(TestIssuer.newKey("key-2"));
        clock.advance(Duration.ofMinutes(6));
        assertThat(faultOf(token)).isEqualTo(TokenFault.KEY_UNKNOWN);
    }

    private TokenFault faultOf(String token) {
        return catchThrowableOfType(InvalidToken.class, () -> tokens.caller(token))
                .fault();
    }

    @Test
    void namesTheMotherBehindAGoodToken() throws InvalidToken, KeysUnavailable {
        var caller = tokens.caller(issuer.signed(claims -> claims.subject("Patient/34")
                .claim("anc_role", "mother")
                .claim("patient", "34")
                .claim("anc_facility", null)
                .claim("anc_areas", null)
                .claim("purpose_of_use", null)));
        assertThat(caller.ownRecord()).contains("Patient/34");
        assertThat(caller.purpose()).isEqualTo(Purpose.PATIENT_REQUEST);
    }

    @Test
    void refusesAMotherWhoseTokenSpeaksOfAnother() {
        refuses(
                TokenFault.CLAIMS,
                claims ->
                        claims.subject("Patient/34").claim("anc_role", "mother").claim("patient", "35"));
    }

    @Test
    void refusesATokenForAnotherServer() {
        refuses(TokenFault.AUDIENCE, claims -> claims.audience("https://elsewhere.example/fhir"));
    }

    @Test
    void refusesATokenForNobody() {
        refuses(TokenFault.AUDIENCE, claims -> claims.audience((String) null));
    }

    @Test
    void refusesAnotherIssuer() {
        refuses(TokenFault.ISSUER, claims -> claims.issuer("https://elsewhere.example"));
    }

    @Test
    void refusesNoIssuer() {
        refuses(TokenFault.ISSUER, claims -> claims.issuer(null));
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(
                TokenFault.EXPIRED,
                claims -> claims.issueTime(secondsFromNow(-700)).expirationTime(secondsFromNow(-60)));
    }

    @Test
    void forgivesAMinuteOfSkew() throws InvalidToken, KeysUnavailable {
        assertThat(tokens.caller(issuer.signed(
                        claims -> claims.issueTime(secondsFromNow(-600)).expirationTime(secondsFromNow(-59)))))
                .isNotNull();
    }

    @Test
    void refusesATokenWithoutAnEnd() {
        refuses(TokenFault.NO_EXPIRY, claims -> claims.expirationTime(null));
    }

    @Test
    void refusesATokenWithoutABeginning() {
        refuses(TokenFault.NO_EXPIRY, claims -> claims.issueTime(null));
    }

    @Test
    void refusesAnEndThatIsNotANumber() {
        refusesClaims(TokenFault.CLAIMS, "{\"iss\":\"" + issuer.name() + "\",\"exp\":\"tomorrow\"}");
    }

    @Test
    void refusesATokenThatLivesForYears() {
        refuses(TokenFault.LIVES_TOO_LONG, claims -> claims.expirationTime(secondsFromNow(10L * 365 * 86_400)));
    }

    @Test
    void refusesATokenBeforeItsTime() {
        refuses(TokenFault.NOT_YET_VALID, claims -> claims.notBeforeTime(secondsFromNow(61)));
    }

    @Test
    void refusesATokenFromTheFuture() {
        refuses(
                TokenFault.NOT_YET_VALID,
                claims -> claims.issueTime(secondsFromNow(61)).expirationTime(secondsFromNow(600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "client_id", "anc_role", "jti"})
    void refusesATokenWithout(String claim) {
        refuses(TokenFault.CLAIMS, claims -> claims.claim(claim, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/12", "Practitioner/", "Practitioner/12/_history/1", "Practitioner/a b", "12"})
    void refusesAMidwifeWhoIsNoPractitioner(String subject) {
        refuses(TokenFault.CLAIMS, claims -> claims.subject(subject));
    }

    @Test
    void refusesARoleNobodyKnows() {
        refuses(TokenFault.CLAIMS, claims -> claims.claim("anc_role", "root"));
    }

    @Test
    void refusesScopesThatAreNoText() {
        refuses(TokenFault.CLAIMS, claims -> claims.claim("scope", 7));
    }

    @Test
    void refusesAnIdTokenOfOurOwn() {
        refuses(TokenFault.TYPE, issuer.accessToken().type(JOSEObjectType.JWT));
    }

    @Test
    void refusesATokenWithoutAType() {
        refuses(TokenFault.TYPE, issuer.accessToken().type(null));
    }

    @Test
    void refusesACriticalHeader() {
        refuses(
                TokenFault.CRITICAL_HEADER,
                issuer.accessToken().criticalParams(Set.of("exp")).customParam("exp", 1));
    }

    @Test
    void refusesATokenWithoutAKeyName() {
        refuses(TokenFault.KEY_UNKNOWN, issuer.accessToken().keyID(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "../../etc/passwd", "' or 1=1 --"})
    void refusesAKeyTheIssuerDoesNotHave(String name) {
        refuses(TokenFault.KEY_UNKNOWN, issuer.accessToken().keyID(name));
    }

    @Test
    void refusesAnAlgorithmThatOursDoesNotUse() {
        refuses(
                TokenFault.ALGORITHM,
                new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(issuer.key().getKeyID()));
    }

    @Test
    void refusesTheIssuersKeyUsedAsASecret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(issuer.key().getKeyID())
                .build();
        var jwt = new SignedJWT(header, issuer.kumari().build());
        jwt.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        refuses(TokenFault.ALGORITHM, jwt.serialize());
    }

    @Test
    void refusesOwnKeyUnderAKnownName() {
        var forged = TestIssuer.sign(
                issuer.accessToken(),
                issuer.kumari().build(),
                TestIssuer.newKey(issuer.key().getKeyID()));
        refuses(TokenFault.SIGNATURE, forged);
    }

    @Test
    void refusesAKeyThatTheTokenBrings() {
        var foreign = TestIssuer.newKey("mine");
        var header = issuer.accessToken().keyID("mine").jwk(foreign.toPublicJWK());
        refuses(TokenFault.KEY_UNKNOWN, TestIssuer.sign(header, issuer.kumari().build(), foreign));
    }

    @Test
    void neverAsksAnAddressThatTheTokenBrings() {
        try (var attacker = TestIssuer.open()) {
            attacker.rotateTo(TestIssuer.newKey(issuer.key().getKeyID()));
            var header = issuer.accessToken().jwkURL(attacker.jwks()).x509CertURL(attacker.jwks());
            refuses(
                    TokenFault.SIGNATURE,
                    TestIssuer.sign(header, issuer.kumari().build(), attacker.key()));
            assertThat(attacker.reads()).isZero();
        }
    }

    @Test
    void refusesAChangedPayload() {
        var parts = issuer.signed(claims -> claims).split("\\.", -1);
        var other = Base64URL.encode(
                issuer.kumari().claim("anc_role", "system").build().toString());
        refuses(TokenFault.SIGNATURE, parts[0] + "." + other + "." + parts[2]);
    }

    @Test
    void refusesNoSignature() {
        refuses(TokenFault.NOT_A_JWT, new PlainJWT(issuer.kumari().build()).serialize());
        var parts = issuer.signed(claims -> claims).split("\\.", -1);
        refuses(TokenFault.NOT_A_JWT, parts[0] + "." + parts[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "nOnE", "None"})
    void refusesAlgorithm(String none) {
        var header = Base64URL.encode("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}");
        var parts = issuer.signed(claims -> claims).split("\\.", -1);
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> tokens.caller(header + "." + parts[1] + "." + parts[2]))
                .satisfies(e -> assertThat(e.fault()).isIn(TokenFault.NOT_A_JWT, TokenFault.ALGORITHM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a.b.c.d.e", "abc", "a b.c.d", "..", "e30.e30.e30"})
    void refusesWhatIsNoToken(String text) {
        refuses(TokenFault.NOT_A_JWT, text);
    }

    @Test
    void refusesAHugeToken() {
        refuses(TokenFault.TOO_LONG, issuer.signed(claims -> claims.claim("fill", "x".repeat(200_000))));
    }

    @Test
    void refusesAClaimGivenTwice() {
        refusesClaims(
                TokenFault.CLAIMS, "{\"iss\":\"" + issuer.name() + "\",\"sub\":\"Patient/1\",\"sub\":\"Patient/2\"}");
    }

    @Test
    void refusesAWithdrawnToken() {
        withdrawn.add("token-1");
        refuses(TokenFault.REVOKED, claims -> claims);
    }

    @Test
    void tellsAnOutageFromABadToken() {
        issuer.fallSilent();
        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> tokens.caller(issuer.signed(claims -> claims)))
                .withMessageContaining("503");
    }

    private void refuses(TokenFault fault, UnaryOperator<JWTClaimsSet.Builder> change) {
        refuses(fault, issuer.signed(change));
    }

    private void refuses(TokenFault fault, JWSHeader.Builder header) {
        refuses(fault, issuer.signed(header, issuer.kumari().build()));
    }

    /** A payload that no library would write. */
    private void refusesClaims(TokenFault fault, String json) {
        var parts = issuer.signed(claims -> claims).split("\\.", -1);
        refuses(fault, parts[0] + "." + Base64URL.encode(json.getBytes(StandardCharsets.UTF_8)) + "." + parts[2]);
    }

    private void refuses(TokenFault fault, String token) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> tokens.caller(token))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static Date secondsFromNow(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
