package org.ancregistry.server.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens on one node is so on the other: sessions, drafts, tokens and what ends them. */
class TwoNodesIT {

    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static TwoNodes nodes;

    private final String verifier = Randomness.token();

    @BeforeAll
    static void start(@TempDir Path folder) {
        nodes = TwoNodes.start(folder);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    private static Visitor midwife() {
        return new Visitor(nodes.site).at(nodes.one).signIn(SandboxPeople.anoma());
    }

    @Test
    void aMidwifeWhoSignedInOnOneNodeIsSignedInOnTheOther() {
        var midwife = midwife().open("/midwife");
        assertThat(midwife.path()).isEqualTo("/midwife");
        assertThat(midwife.status()).isEqualTo(200);
        midwife.at(nodes.two).open("/midwife");
        assertThat(midwife.path()).isEqualTo("/midwife");
        assertThat(midwife.status()).as(midwife.page()).isEqualTo(200);
    }

    @Test
    void aRegistrationBegunOnOneNodeGoesOnOnTheOther() {
        var midwife = midwife().open("/midwife").submit("/midwife/registrations", Map.of());
        var draft = midwife.path();
        assertThat(draft).matches("/midwife/registrations/[^/]+/.+");
        midwife.at(nodes.two).open(draft);
        assertThat(midwife.status()).isEqualTo(200);
        assertThat(midwife.path()).isEqualTo(draft);
    }

    @Test
    void signingOutOnOneNodeEndsTheSessionAndItsAppsOnTheOther() {
        var midwife = midwife().open("/midwife");
        var tokens = exchange(code(midwife, "user/Organization.rs online_access"), nodes.one);
        assertThat(read(nodes.one, tokens.access()).statusCode()).isEqualTo(200);
        midwife.at(nodes.two).open("/midwife").submit("/sign-out", Map.of());
        assertThat(midwife.at(nodes.one).open("/midwife").path()).isEqualTo("/sign-in");
        assertEndsWithinTenSeconds(nodes.one, tokens.access());
        assertThat(refresh(tokens.refresh(), nodes.one).statusCode()).isEqualTo(400);
    }

    @Test
    void aNodeThatSignsWithTheNextKeyIsBelievedByTheOneThatStillSignsWithTheFormer() throws ParseException {
        var atOne = exchange(code(midwife(), "user/Organization.rs"), nodes.one);
        var atTwo = exchange(code(midwife(), "user/Organization.rs"), nodes.two);
        assertThat(keyOf(atOne.access())).isNotEqualTo(keyOf(atTwo.access()));
        for (var node : List.of(nodes.one, nodes.two)) {
            assertThat(read(node, atOne.access()).statusCode()).isEqualTo(200);
            assertThat(read(node, atTwo.access()).statusCode()).isEqualTo(200);
            assertThat(Http.get(node + "/oauth2/jwks").body())
                    .contains(keyOf(atOne.access()), keyOf(atTwo.access()))
                    .doesNotContain("\"d\"");
        }
    }

    @Test
    void aTokenIsRefreshedOnOneNodeAndTakenBackOnTheOther() {
        var first = exchange(code(midwife(), "user/Organization.rs offline_access"), nodes.two);
        var second = Tokens.of(refresh(first.refresh(), nodes.one));
        assertThat(read(nodes.one, second.access()).statusCode()).isEqualTo(200);
        assertThat(read(nodes.two, second.access()).statusCode()).isEqualTo(200);
        var answer = form(nodes.two, "/oauth2/revoke", Map.of("token", second.refresh()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertEndsWithinTenSeconds(nodes.one, second.access());
        assertThat(read(nodes.two, second.access()).statusCode()).isEqualTo(401);
        assertThat(refresh(second.refresh(), nodes.one).statusCode()).isEqualTo(400);
    }

    @Test
    void aRefreshTokenThatBothGetAtOnceIsGoodOnce() {
        var tokens = exchange(code(midwife(), "user/Organization.rs offline_access"), nodes.one);
        var answers = Stream.of(nodes.one, nodes.two)
                .map(node -> CompletableFuture.supplyAsync(() -> refresh(tokens.refresh(), node)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsExactlyInAnyOrder(200, 400);
    }

    @Test
    void aCodeIsGoodOnceOnBoth() {
        var code = code(midwife(), "user/Organization.rs");
        var tokens = exchange(code, nodes.one);
        assertThat(codeGrant(code, nodes.two).statusCode()).isEqualTo(400);
        assertEndsWithinTenSeconds(nodes.one, tokens.access());
    }

    @Test
    void anAssertionThatOneNodeSawIsRefusedByTheOther() {
        var assertion = assertion();
        assertThat(backend(nodes.one, assertion).statusCode()).isEqualTo(200);
        var again = backend(nodes.two, assertion);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(401);
        assertThat(again.body()).contains("invalid_client");
    }

    @Test
    void aProofOfAKeyThatOneNodeSawIsRefusedByTheOther() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var bound = Tokens.of(
                backend(nodes.one, assertion(), "DPoP", proof(key, "POST", nodes.site.resolve("/oauth2/token"), null)));
        var wanted = nodes.site.resolve("/fhir/Organization");
        var proof = proof(key, "GET", wanted, bound.access());
        assertThat(read(nodes.one, bound.access()).statusCode()).as("bearer").isEqualTo(401);
        assertThat(proven(nodes.one, bound.access(), proof).statusCode()).isEqualTo(200);
        var again = proven(nodes.two, bound.access(), proof);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(401);
        assertThat(again.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_dpop_proof");
        assertThat(proven(nodes.two, bound.access(), proof(key, "GET", wanted, bound.access()))
                        .statusCode())
                .as("a new one")
                .isEqualTo(200);
    }

    /** What an app holds. */
    private record Tokens(String access, String refresh) {

        static Tokens of(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new Tokens(value(answer, "access_token"), value(answer, "refresh_token"));
        }

        private static String value(HttpResponse<String> answer, String name) {
            return answer.body().contains("\"" + name + "\"")
                    ? answer.body().replaceAll("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1")
                    : "";
        }
    }

    private String code(Visitor person, String scope) {
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.sha256(verifier));
        person.open("/oauth2/authorize?"
                + Visitor.encoded(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        TwoNodes.APP,
                        "redirect_uri",
                        TwoNodes.BACK,
                        "scope",
                        scope,
                        "aud",
                        nodes.site + "/fhir",
                        "code_challenge",
                        challenge,
                        "code_challenge_method",
                        "S256")));
        assertThat(person.isRedirect()).as(person.page()).isTrue();
        var code = person.target().getRawQuery().replaceAll("(?:.*&)?code=([^&]+).*", "$1");
        return URLDecoder.decode(code, StandardCharsets.UTF_8);
    }

    private Tokens exchange(String code, URI node) {
        return Tokens.of(codeGrant(code, node));
    }

    private HttpResponse<String> codeGrant(String code, URI node) {
        return form(
                node,
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        TwoNodes.BACK,
                        "code_verifier",
                        verifier));
    }

    private static HttpResponse<String> refresh(String token, URI node) {
        return form(node, "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private static HttpResponse<String> form(URI node, String path, Map<String, String> fields) {
        var pair = (TwoNodes.APP + ":" + TwoNodes.SECRET).getBytes(StandardCharsets.UTF_8);
        return post(
                node,
                path,
                fields,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static HttpResponse<String> post(URI node, String path, Map<String, String> fields, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return Http.send("POST", node + path, BodyPublishers.ofString(Visitor.encoded(fields)), all);
    }

    private static HttpResponse<String> backend(URI node, String assertion, String... headers) {
        return post(
                node,
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "system/Organization.rs",
                        "client_assertion_type",
                        ASSERTION,
                        "client_assertion",
                        assertion),
                headers);
    }

    private static String assertion() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(TwoNodes.BACKEND)
                .subject(TwoNodes.BACKEND)
                .audience(nodes.site + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS384)
                    .keyID(TwoNodes.BACKEND_KEY.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(TwoNodes.BACKEND_KEY));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String proof(ECKey key, String method, URI address, String token) throws JOSEException {
        var proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
        return (token == null
                        ? proofs.createDPoPJWT(method, address)
                        : proofs.createDPoPJWT(method, address, new DPoPAccessToken(token)))
                .serialize();
    }

    private static HttpResponse<String> read(URI node, String token) {
        return Http.send(
                "GET",
                node + "/fhir/Organization?_count=1",
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + token);
    }

    private static HttpResponse<String> proven(URI node, String token, String proof) {
        return Http.send(
                "GET",
                node + "/fhir/Organization?_count=1",
                BodyPublishers.noBody(),
                "Authorization",
                "DPoP " + token,
                "DPoP",
                proof);
    }

    /** identity.md: within 10 s on the other nodes; two more for a slow machine. */
    private static void assertEndsWithinTenSeconds(URI node, String token) {
        var end = Instant.now().plusSeconds(12);
        while (read(node, token).statusCode() == 200 && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(read(node, token).statusCode()).isEqualTo(401);
    }

    private static String keyOf(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
