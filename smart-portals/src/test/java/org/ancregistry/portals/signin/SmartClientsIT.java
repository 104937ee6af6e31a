package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How apps prove who they are: gaps 8, 9, 10 and 16 of the design, secrets, and requests pushed beforehand. */
class SmartClientsIT extends OnApps {

    @Test
    void gap08KnowsABackendByItsAssertionAlone() {
        var tokens = AppRequests.json(AppAssertions.backend(AppAssertions.assertionClaims("backend")));
        assertThat(tokens).containsEntry("scope", "system/Patient.rs").containsEntry("token_type", "Bearer");
        assertThat(Integer.parseInt(tokens.get("expires_in"))).isBetween(200, 300);
        assertThat(tokens).doesNotContainKeys("refresh_token", "id_token");
        var access = AppRequests.claims(tokens.get("access_token"));
        assertThat(access.getClaim("anc_role")).isEqualTo("system");
        assertThat(AppAssertions.backend(
                                AppAssertions.rs384(
                                        AppsOfTests.BACKEND_KEY,
                                        AppAssertions.assertionClaims("backend").build()),
                                "system/Consent.rs")
                        .body())
                .contains("invalid_scope");
    }

    @Test
    void gap09ReadsKeysInPlaceAndAtAnAddressAndNoticesANewOne() throws Exception {
        assertThat(keyed(AppsOfTests.KEYED_KEY)).as("the first key").isEqualTo(200);
        var next = AppsOfTests.ec("keyed-next");
        assertThat(keyed(next)).as("a key that it does not have").isEqualTo(401);
        AppsOfTests.changeKey(next);
        jdbc.queryForList("select 1");
        var until = Instant.now().plusSeconds(20);
        while (keyed(next) != 200 && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
        }
        assertThat(keyed(next)).as("its new key").isEqualTo(200);
        assertThat(keyed(AppsOfTests.KEYED_KEY)).as("its old key").isEqualTo(401);
        AppsOfTests.changeKey(AppsOfTests.KEYED_KEY);
    }

    /** Whether the app is known by that key: a made-up code is refused with 400 only when it is. */
    private static int keyed(ECKey key) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", AppAssertions.ASSERTION);
        form.put(
                "client_assertion",
                AppAssertions.es384(
                        key, AppAssertions.assertionClaims("keyed-app").build()));
        var answer = AppRequests.post("/oauth2/token", AppRequests.form(form));
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
        return answer.body().contains("unauthorized_client") ? 200 : answer.statusCode();
    }

    @Test
    void gap10RefusesABadAssertion() {
        assertThat(AppAssertions.backend(AppAssertions.assertionClaims("backend"))
                        .statusCode())
                .isEqualTo(200);
        refused(
                "another key",
                AppAssertions.rs384(
                        AppsOfTests.rsa("backend"),
                        AppAssertions.assertionClaims("backend").build()));
        refused(
                "an unknown key",
                AppAssertions.rs384(
                        AppsOfTests.rsa("other"),
                        AppAssertions.assertionClaims("backend").build()));
        refused(
                "another audience",
                AppAssertions.assertionClaims("backend").audience("https://elsewhere.example/token"));
        refused("expired", AppAssertions.assertionClaims("backend").expirationTime(past()));
        refused(
                "ten minutes",
                AppAssertions.assertionClaims("backend")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600))));
        refused("no end", AppAssertions.assertionClaims("backend").expirationTime(null));
        refused("another subject", AppAssertions.assertionClaims("backend").subject("public-app"));
        refused("another issuer", AppAssertions.assertionClaims("backend").issuer("nobody"));
        refused("no id", AppAssertions.assertionClaims("backend").jwtID(null));
        refused(
                "not yet",
                AppAssertions.assertionClaims("backend")
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
    }

    private static Date past() {
        return Date.from(Instant.now().minusSeconds(120));
    }

    private static void refused(String why, JWTClaimsSet.Builder claims) {
        refused(why, AppAssertions.rs384(AppsOfTests.BACKEND_KEY, claims.build()));
    }

    private static void refused(String why, String assertion) {
        var answer = AppAssertions.backend(assertion, "system/Patient.rs");
        assertThat(answer.statusCode()).as(why + ": " + answer.body()).isIn(400, 401);
        assertThat(answer.body()).as(why).contains("invalid_client").doesNotContain("access_token");
    }

    @Test
    void gap10RefusesAnAssertionThatWasUsed() {
        var assertion = AppAssertions.rs384(
                AppsOfTests.BACKEND_KEY,
                AppAssertions.assertionClaims("backend").build());
        assertThat(AppAssertions.backend(assertion, "system/Patient.rs").statusCode())
                .isEqualTo(200);
        refused("used", assertion);
    }

    @Test
    void gap10RefusesAnAddressOfKeysThatIsNotRegisteredAndDoesNotReadIt() throws Exception {
        var before = AppsOfTests.READ.get();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS384)
                .keyID("backend")
                .jwkURL(AppsOfTests.KEYS_ADDRESS)
                .build();
        refused(
                "jku",
                AppAssertions.signed(
                        header,
                        AppAssertions.assertionClaims("backend").build(),
                        new RSASSASigner(AppsOfTests.BACKEND_KEY)));
        assertThat(AppsOfTests.READ.get()).isEqualTo(before);
    }

    @Test
    void gap10RefusesThePublicKeyUsedAsASecretAndNoSignature() throws Exception {
        var secret = AppsOfTests.BACKEND_KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var hmac = new JWSHeader.Builder(JWSAlgorithm.HS384).keyID("backend").build();
        refused(
                "HS384",
                AppAssertions.signed(
                        hmac, AppAssertions.assertionClaims("backend").build(), new MACSigner(secret)));
        var none = new PlainJWT(AppAssertions.assertionClaims("backend").build()).serialize();
        var answer = AppAssertions.backend(none, "system/Patient.rs");
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par"})
    void tellsAProgramThatProvesNothingSoAndSendsItToNoPage(String endpoint) {
        var answer = AppRequests.post(endpoint, "grant_type=client_credentials&token=x");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .as("how it may prove who it is")
                .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Basic "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client_secret=x", "client_secret=x&response_type=code&scope=openid"})
    void takesNoPushedRequestOfAProgramThatProvesNothing(String form) {
        var answer = AppRequests.post("/oauth2/par", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "response_type=", "scope=openid&redirect_uri=http://127.0.0.1:9/back"})
    void tellsAProgramWhatItsPushedRequestMisses(String form) {
        var answer = AppRequests.post("/oauth2/par", form, "Authorization", AppRequests.basic("secret-app"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request").contains("response_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-app", "secret-app", "keyed-app"})
    void gap16WantsPkceOfEveryApp(String app) {
        var request = request(app, "user/Observation.rs");
        assertThat(authorize(request)).containsKey("code");
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        assertThat(authorize(request)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void takesAConfidentialAppWithItsSecretAndNotWithAnother() {
        var code = authorize(request("secret-app", "user/Observation.rs")).get("code");
        var wrong = "Basic " + Base64.getEncoder().encodeToString("secret-app:wrong".getBytes(StandardCharsets.UTF_8));
        assertThat(AppRequests.post("/oauth2/token", AppRequests.form(codeGrant(code)), "Authorization", wrong)
                        .statusCode())
                .isEqualTo(401);
        assertThat(AppRequests.json(AppRequests.post(
                        "/oauth2/token",
                        AppRequests.form(codeGrant(code)),
                        "Authorization",
                        AppRequests.basic("secret-app"))))
                .containsEntry("scope", "user/Observation.rs");
    }

    @Test
    void takesAPushedRequest() {
        var request = request("secret-app", "user/Observation.rs system/*.rs");
        var pushed = AppRequests.post(
                "/oauth2/par", AppRequests.form(request), "Authorization", AppRequests.basic("secret-app"));
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(201);
        var uri = pushed.body().replaceAll("(?s).*\"request_uri\":\"([^\"]+)\".*", "$1");
        var reference = Map.of("client_id", "secret-app", "request_uri", uri);
        var form = codeGrant(authorize(reference).get("code"));
        assertThat(AppRequests.json(AppRequests.post(
                        "/oauth2/token", AppRequests.form(form), "Authorization", AppRequests.basic("secret-app"))))
                .containsEntry("scope", "user/Observation.rs");
    }

    @Test
    void endsTheTokensOfAnAppThatIsRemoved() {
        var tokens = publicTokens("user/Observation.rs offline_access");
        apps.remove("public-app", "Practitioner/test");
        issued.revokeAllOfApp("public-app");
        assertThat(issued.revoked(AppRequests.claims(tokens.get("access_token")).getJWTID()))
                .isTrue();
        assertThat(refresh(tokens.get("refresh_token"), null).body()).contains("invalid_client");
    }
}
