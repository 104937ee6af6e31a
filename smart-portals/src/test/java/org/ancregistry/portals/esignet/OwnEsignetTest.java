package org.ancregistry.portals.esignet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an id_token and userinfo must say, tried with an eSignet whose keys the test holds. */
class OwnEsignetTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final RSAKey ESIGNET = Providers.rsa("esignet");
    private static final RSAKey IDENTITY_SYSTEM = Providers.rsa("identity-system");
    private static final RSAKey OURS = Providers.rsa("ours");

    private final MovingClock clock = new MovingClock(NOW);
    private CannedEsignet esignet;
    private Map<String, String> settings;

    @BeforeEach
    void open() throws IOException {
        esignet = new CannedEsignet();
        settings = Providers.settings(esignet);
        settings.put("userinfo.keys", "extra-jwks");
        settings.put("userinfo.jwks", esignet.at("/identity-system/keys.json").toString());
        esignet.put(CannedEsignet.JWKS, 200, new JWKSet(ESIGNET).toString());
        esignet.put("/identity-system/keys.json", 200, new JWKSet(IDENTITY_SYSTEM).toString());
        answerWith(signed(ESIGNET, JWSAlgorithm.PS256, idToken().build()));
        userinfo(signed(IDENTITY_SYSTEM, JWSAlgorithm.RS256, nimali().build()));
    }

    @AfterEach
    void close() {
        esignet.close();
    }

    private static JWTClaimsSet.Builder idToken() {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:13000")
                .audience(Recordings.CLIENT)
                .subject("nimali")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(3600)))
                .claim("auth_time", NOW.getEpochSecond())
                .claim("acr", "mosip:idp:acr:generated-code")
                .claim("nonce", "the-nonce");
    }

    private static JWTClaimsSet.Builder nimali() {
        return new JWTClaimsSet.Builder().subject("nimali").claim("name", "Nimali Perera");
    }

    private static String signed(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answerWith(String idToken) {
        esignet.put(
                CannedEsignet.TOKEN,
                200,
                "{\"id_token\":\"" + idToken + "\",\"access_token\":\"the-access-token\",\"token_type\":\"Bearer\"}");
    }

    private void userinfo(String body) {
        esignet.put(CannedEsignet.USERINFO, 200, body);
    }

    private VerifiedIdentity identify() {
        return Providers.provider(settings, clock).identified(Providers.pending("the-nonce"), Providers.withCode());
    }

    private void assertRefused(Reason reason) {
        assertThatThrownBy(this::identify)
                .isInstanceOfSatisfying(
                        EsignetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void acceptsWhatTheIdentitySystemSigned() {
        assertThat(identify().demographics().name().orElseThrow().text()).isEqualTo("Nimali Perera");
    }

    static Stream<Arguments> brokenIdTokens() {
        return Stream.of(
                broken(Reason.ID_TOKEN_ISSUER, token -> token.issuer("http://localhost:13000/v1/esignet")),
                broken(Reason.ID_TOKEN_AUDIENCE, token -> token.audience("another-client")),
                broken(Reason.ID_TOKEN_AUDIENCE, token -> token.audience((String) null)),
                broken(Reason.ID_TOKEN_AUTHORIZED_PARTY, token -> token.claim("azp", "another-client")),
                broken(
                        Reason.ID_TOKEN_AUTHORIZED_PARTY,
                        token -> token.audience(List.of(Recordings.CLIENT, "another-client"))),
                broken(
                        Reason.ID_TOKEN_EXPIRED,
                        token -> token.issueTime(Date.from(NOW.minusSeconds(3661)))
                                .expirationTime(Date.from(NOW.minusSeconds(61)))),
                broken(Reason.ID_TOKEN_EXPIRED, token -> token.expirationTime(null)),
                broken(Reason.ID_TOKEN_EXPIRED, token -> token.issueTime(Date.from(NOW.plusSeconds(90)))),
                broken(Reason.ID_TOKEN_EXPIRED, token -> token.issueTime(null)),
                broken(Reason.ID_TOKEN_NONCE, token -> token.claim("nonce", "another-nonce")),
                broken(Reason.ID_TOKEN_NONCE, token -> token.claim("nonce", null)),
                broken(Reason.ID_TOKEN_ACR, token -> token.claim("acr", "mosip:idp:acr:password")),
                broken(Reason.ID_TOKEN_ACR, token -> token.claim("acr", null)),
                broken(Reason.ID_TOKEN_ACCESS_TOKEN_HASH, token -> token.claim("at_hash", "02BoCJoMBL5xBPTQSzrqFg")),
                broken(Reason.ID_TOKEN_MALFORMED, token -> token.subject(null)));
    }

    private static Arguments broken(Reason reason, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(reason, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenIdTokens")
    void refusesABrokenIdToken(Reason reason, UnaryOperator<JWTClaimsSet.Builder> change) {
        answerWith(signed(ESIGNET, JWSAlgorithm.PS256, change.apply(idToken()).build()));
        assertRefused(reason);
    }

    @Test
    void refusesAnIdTokenOfAnotherKey() {
        var forger = new RSAKey.Builder(OURS).keyID("esignet").build();
        answerWith(signed(forger, JWSAlgorithm.PS256, idToken().build()));
        assertRefused(Reason.ID_TOKEN_SIGNATURE);
    }

    @Test
    void refusesAnAlgorithmThatWasNotAgreed() {
        settings.put("id-token-algorithms", "RS256");
        assertRefused(Reason.ID_TOKEN_ALGORITHM);
    }

    @Test
    void refusesASecretKeyAlgorithm() throws Exception {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), idToken().build());
        token.sign(new MACSigner(ESIGNET.toRSAPublicKey().getEncoded()));
        answerWith(token.serialize());
        assertRefused(Reason.ID_TOKEN_ALGORITHM);
    }

    @Test
    void refusesAnUnsignedIdToken() {
        answerWith(new PlainJWT(idToken().build()).serialize());
        assertRefused(Reason.ID_TOKEN_MALFORMED);
    }

    @Test
    void acceptsAFurtherIssuerThatIsConfigured() {
        settings.put("accepted-issuers", "http://localhost:13000/v1/esignet");
        answerWith(signed(
                ESIGNET,
                JWSAlgorithm.RS256,
                idToken().issuer("http://localhost:13000/v1/esignet").build()));
        assertThat(identify().subject().sub()).isEqualTo("nimali");
    }

    @Test
    void refusesUserinfoAboutSomebodyElse() {
        userinfo(signed(
                IDENTITY_SYSTEM, JWSAlgorithm.RS256, nimali().subject("kumari").build()));
        assertRefused(Reason.USERINFO_SUBJECT);
    }

    @Test
    void refusesUserinfoAboutSomebodyElseEvenWhereOnlyTheConnectionIsTrusted() {
        settings.put("userinfo.keys", "tls-only");
        userinfo(signed(OURS, JWSAlgorithm.RS256, nimali().subject("kumari").build()));
        assertRefused(Reason.USERINFO_SUBJECT);
    }

    @Test
    void refusesUserinfoOfAnotherKey() {
        userinfo(signed(OURS, JWSAlgorithm.RS256, nimali().build()));
        assertRefused(Reason.USERINFO_SIGNATURE);
    }

    @Test
    void refusesUserinfoThatIsPastItsOwnEnd() {
        var past = Date.from(NOW.minus(Duration.ofMinutes(5)));
        userinfo(signed(
                IDENTITY_SYSTEM,
                JWSAlgorithm.RS256,
                nimali().expirationTime(past).build()));
        assertRefused(Reason.USERINFO_EXPIRED);
    }

    @Test
    void takesTheIdentitySystemsKeyFromAFile() {
        settings.put("userinfo.keys", "key-file");
        settings.put(
                "userinfo.key-file",
                Providers.file("identity-system", IDENTITY_SYSTEM.toPublicJWK()).toString());
        assertThat(identify().granted()).containsExactly("name");
    }

    @Test
    void opensUserinfoThatIsEncryptedToUs() throws Exception {
        settings.put("userinfo.decryption-key", Providers.file("ours", OURS).toString());
        userinfo(sealed(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM));
        assertThat(identify().demographics().name().orElseThrow().text()).isEqualTo("Nimali Perera");
    }

    @Test
    void refusesAWeakEncryption() throws Exception {
        settings.put("userinfo.decryption-key", Providers.file("ours", OURS).toString());
        userinfo(sealed(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128CBC_HS256));
        assertRefused(Reason.USERINFO_ALGORITHM);
    }

    private static String sealed(JWEAlgorithm algorithm, EncryptionMethod method) throws Exception {
        var inner = signed(IDENTITY_SYSTEM, JWSAlgorithm.RS256, nimali().build());
        var sealed = new JWEObject(
                new JWEHeader.Builder(algorithm, method).contentType("JWT").build(), new Payload(inner));
        sealed.encrypt(new RSAEncrypter(OURS.toRSAPublicKey()));
        return sealed.serialize();
    }

    @Test
    void keepsNoOriginalThatHoldsANationalIdNumber() {
        userinfo(signed(
                IDENTITY_SYSTEM,
                JWSAlgorithm.RS256,
                nimali().claim("individual_id", "199457701234").build()));
        var identity = identify();
        assertThat(identity.demographics().nationalId().lastThree()).isEqualTo("234");
        assertThat(identity.originals().userinfo()).startsWith("sha-256:");
    }

    @Test
    void takesAnIdentifierOfAnotherKindForNoNationalId() {
        userinfo(signed(
                IDENTITY_SYSTEM,
                JWSAlgorithm.RS256,
                nimali().claim("individual_id", "8267411571").build()));
        assertThat(identify().demographics().nationalId()).isNull();
    }

    @Test
    void refusesACodeThatAnotherIssuerSent() {
        var back = new Return("state", "the-code", "https://elsewhere.example", null, null);
        assertThatThrownBy(() -> Providers.provider(settings, clock).identified(Providers.pending("the-nonce"), back))
                .isInstanceOfSatisfying(
                        EsignetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.CALLBACK_ISSUER));
        assertThat(esignet.timesAsked(CannedEsignet.TOKEN)).isZero();
    }

    @Test
    void readsTheKeysAFewTimesAMinuteAtMost() {
        var provider = Providers.provider(settings, clock);
        var unknown = new RSAKey.Builder(OURS).keyID("unknown").build();
        answerWith(signed(unknown, JWSAlgorithm.PS256, idToken().build()));
        for (var attempt = 0; attempt < 50; attempt++) {
            assertThatThrownBy(() -> provider.signedIn(Providers.pending("the-nonce"), Providers.withCode()))
                    .isInstanceOf(EsignetRefused.class);
        }
        assertThat(esignet.timesAsked(CannedEsignet.JWKS)).isLessThanOrEqualTo(RemoteKeys.READS_PER_MINUTE);
    }

    @Test
    void goesOnWithKnownKeysWhileTheirAddressIsSilent() {
        var provider = Providers.provider(settings, clock);
        provider.signedIn(Providers.pending("the-nonce"), Providers.withCode());
        esignet.put(CannedEsignet.JWKS, 503, "");
        assertThat(provider.signedIn(Providers.pending("the-nonce"), Providers.withCode())
                        .subject()
                        .sub())
                .isEqualTo("nimali");
    }

    @Test
    void cannotTellAnUnknownKeyWhileTheKeysAddressIsSilent() {
        var provider = Providers.provider(settings, clock);
        provider.signedIn(Providers.pending("the-nonce"), Providers.withCode());
        esignet.put(CannedEsignet.JWKS, 503, "");
        var unknown = new RSAKey.Builder(OURS).keyID("unknown").build();
        answerWith(signed(unknown, JWSAlgorithm.PS256, idToken().build()));
        assertThatThrownBy(() -> provider.signedIn(Providers.pending("the-nonce"), Providers.withCode()))
                .isInstanceOf(EsignetUnavailable.class);
    }

    @Test
    void sendsAMotherWithFreshValuesAndAsksForHerConsent() {
        settings.put("verify-client.id", "anc-verify");
        settings.put("verify-client.key-file", settings.get("client.key-file"));
        var provider = Providers.provider(settings, clock);
        var callback = URI.create("http://localhost:8080/identity-checks/callback");
        var first = provider.depart(Purpose.IDENTITY_CHECK, callback, "si");
        var second = provider.depart(Purpose.IDENTITY_CHECK, callback, "si");
        assertThat(first.location().toString())
                .startsWith(esignet.at("/authorize?response_type=code").toString())
                .contains("client_id=anc-verify", "prompt=consent", "code_challenge_method=S256")
                .contains("scope=openid", "ui_locales=si%20en", "claims_locales=en%20si%20ta")
                .contains("acr_values=mosip%3Aidp%3Aacr%3Agenerated-code")
                .contains("%22name%22%3A%7B%22essential%22%3Atrue%7D", "%22email%22%3Anull")
                .contains(
                        "state=" + first.pending().state(),
                        "nonce=" + first.pending().nonce())
                .doesNotContain(first.pending().verifier());
        assertThat(second.pending().state()).isNotEqualTo(first.pending().state());
        assertThat(second.pending().nonce()).isNotEqualTo(first.pending().nonce());
        assertThat(second.pending().verifier()).isNotEqualTo(first.pending().verifier());
    }

    @Test
    void asksNothingAboutSomebodyWhoOnlySignsIn() {
        var departure = Providers.provider(settings, clock).depart(Purpose.SIGN_IN, Providers.CALLBACK, "en");
        assertThat(departure.location().toString())
                .contains("client_id=" + Recordings.CLIENT)
                .doesNotContain("claims", "prompt");
    }
}
