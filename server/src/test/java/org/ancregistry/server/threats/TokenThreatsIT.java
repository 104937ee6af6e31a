package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are not what they seem, sent to the running FHIR API: rows J-01 to J-33. */
class TokenThreatsIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onPostgres());
    private static final String PATIENT = VILLAGE.registry.fhirBase() + "/" + VILLAGE.nimali.patient();
    private static final String GOOD = VILLAGE.registry.token(VILLAGE.midwife(VILLAGE.phm1));

    private static HttpResponse<String> read(String token) {
        return Http.send("GET", PATIENT, BodyPublishers.noBody(), "Authorization", "Bearer " + token);
    }

    private static void refuses(String row, String token) {
        var answer = read(token);
        assertThat(answer.statusCode()).as(row + " " + answer.body()).isEqualTo(401);
        assertThat(answer.body()).as(row).contains("OperationOutcome").doesNotContain(VILLAGE.nimali.phn());
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(read(GOOD).statusCode()).as("a good token beside it").isEqualTo(200);
    }

    private static JWTClaimsSet claims() {
        try {
            return SignedJWT.parse(GOOD).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(TestTokens.key().getKeyID());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(RSAKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            return signed(header, claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        var changed = change.apply(new JWTClaimsSet.Builder(claims())).build();
        return signed(TestTokens.key(), header().build(), changed);
    }

    private static RSAKey ownKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(TestTokens.key().getKeyID()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "nOnE", "NONE", ""})
    void j01RefusesNoAlgorithm(String algorithm) {
        var head = part("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\",\"kid\":\"test\"}");
        refuses("J-01", head + "." + GOOD.split("\\.", -1)[1] + ".");
        refuses("J-01", head + "." + GOOD.split("\\.", -1)[1] + "." + GOOD.split("\\.", -1)[2]);
    }

    @Test
    void j03RefusesAnEmptySignature() {
        refuses("J-03", GOOD.substring(0, GOOD.lastIndexOf('.') + 1));
    }

    @Test
    void j04RefusesThePublicKeyUsedAsASecret() throws JOSEException {
        var publicKey = TestTokens.key().toRSAPublicKey();
        for (var secret : new byte[][] {
            publicKey.getEncoded(),
            publicKey.getModulus().toByteArray(),
            ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(publicKey.getEncoded())
                            + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(StandardCharsets.UTF_8)
        }) {
            var hmac = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID("test")
                    .build();
            refuses("J-04", signed(hmac, claims(), new MACSigner(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../dev/null", "' or '1'='1", "test/../test", "unknown", "https://a.example/k"})
    void j06RefusesAKeyNameOfItsOwn(String kid) {
        refuses("J-06", signed(TestTokens.key(), header().keyID(kid).build(), claims()));
    }

    @Test
    void j08RefusesAnotherKeyUnderAKnownNameAndOneThatItBrings() {
        var own = ownKey();
        refuses("J-08", signed(own, header().build(), claims()));
        refuses("J-09", signed(own, header().jwk(own.toPublicJWK()).build(), claims()));
    }

    @Test
    void j10NeverAsksAnAddressThatATokenBrings() throws IOException {
        var asked = new AtomicInteger();
        var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        listener.start();
        try {
            var address = URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/keys");
            refuses("J-10", signed(ownKey(), header().jwkURL(address).build(), claims()));
            refuses("J-11", signed(ownKey(), header().x509CertURL(address).build(), claims()));
            assertThat(asked).hasValue(0);
        } finally {
            listener.stop(0);
        }
    }

    @Test
    void j12RefusesAChangedPayload() {
        var parts = GOOD.split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        refuses("J-12", parts[0] + "." + part(payload.replace("midwife", "system")) + "." + parts[2]);
    }

    @Test
    void j13RefusesACriticalHeader() {
        var critical =
                header().criticalParams(Set.of("exp")).customParam("exp", 1).build();
        refuses("J-13", signed(TestTokens.key(), critical, claims()));
    }

    @Test
    void j15RefusesTokensForOthersAndOfOthers() {
        refuses("J-15", with(claims -> claims.issuer("https://elsewhere.example")));
        refuses("J-16", with(claims -> claims.audience("https://elsewhere.example/fhir")));
        refuses("J-17", with(claims -> claims.audience((String) null)));
    }

    @Test
    void j19RefusesTimesThatAreNotNow() {
        refuses("J-19", with(claims -> claims.expirationTime(at(-120))));
        refuses("J-20", with(claims -> claims.notBeforeTime(at(120))));
        refuses("J-21", with(claims -> claims.issueTime(at(120))));
        refuses("J-22", with(claims -> claims.expirationTime(null)));
        refuses("J-23", with(claims -> claims.claim("exp", "tomorrow")));
        refuses("J-24", with(claims -> claims.expirationTime(at(10 * 365 * 24 * 3600L))));
    }

    private static Date at(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void j25RefusesAnIdToken() {
        var idToken = header().type(JOSEObjectType.JWT).build();
        refuses("J-25", signed(TestTokens.key(), idToken, claims()));
    }

    @Test
    void j27RefusesAHugeToken() {
        var answer = read("a".repeat(200_000) + ".b.c");
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(read(GOOD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a.b.c.d.e", "....", "Bearer", "\"", "%00"})
    void j28RefusesWhatIsNoToken(String text) {
        refuses("J-28", text);
    }

    @Test
    void j29TakesATokenFromTheHeaderOnly() {
        var inQuery = Http.get(PATIENT + "?access_token=" + GOOD);
        assertThat(inQuery.statusCode()).isBetween(400, 401);
        var inForm = Http.send(
                "POST",
                VILLAGE.registry.fhirBase() + "/Observation/_search",
                BodyPublishers.ofString("access_token=" + GOOD),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(inForm.statusCode()).isBetween(400, 401);
        assertThat(inForm.body()).doesNotContain(GOOD);
    }

    @Test
    void j30StrangeKeysDoNotHarmRealUsers() {
        for (var i = 0; i < 150; i++) {
            assertThat(read(signed(
                                    TestTokens.key(),
                                    header().keyID("strange-" + i).build(),
                                    claims()))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(read(GOOD).statusCode()).isEqualTo(200);
    }

    @Test
    void j33RefusesTwoAuthorizationHeaders() {
        var answer = Http.send(
                "GET",
                PATIENT,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + GOOD,
                "Authorization",
                "Bearer " + GOOD);
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
