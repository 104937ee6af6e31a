package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ancregistry.portals.apps.Launches;
import org.ancregistry.portals.keys.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What conformance suites look at besides the gaps: docs/security.md says which of their checks each test answers. */
class SmartConformanceIT extends OnApps {

    private static JsonNode document(String address) throws IOException {
        var answer = AppRequests.send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<String> words(JsonNode list) {
        assertThat(list.isArray()).isTrue();
        var words = new ArrayList<String>();
        list.forEach(word -> {
            assertThat(word.isTextual()).isTrue();
            words.add(word.asText());
        });
        return words;
    }

    @Test
    void saysInSmartConfigurationWhatAnAppNeedsForEachCapability() throws IOException {
        var document = document(PortalsStack.SITE + "/fhir/.well-known/smart-configuration");
        assertThat(words(document.path("capabilities")))
                .contains(
                        "launch-ehr",
                        "launch-standalone",
                        "authorize-post",
                        "client-public",
                        "client-confidential-symmetric",
                        "client-confidential-asymmetric",
                        "sso-openid-connect",
                        "context-ehr-patient",
                        "context-ehr-encounter",
                        "context-standalone-patient",
                        "context-banner",
                        "permission-offline",
                        "permission-patient",
                        "permission-user",
                        "permission-v1",
                        "permission-v2")
                .doesNotHaveDuplicates();
        assertThat(words(document.path("grant_types_supported"))).contains("authorization_code", "client_credentials");
        assertThat(words(document.path("code_challenge_methods_supported"))).containsExactly("S256");
        assertThat(words(document.path("response_types_supported"))).containsExactly("code");
        for (var address : List.of("issuer", "jwks_uri", "authorization_endpoint", "token_endpoint")) {
            assertThat(document.path(address).asText()).as(address).startsWith(PortalsStack.SITE.toString());
        }
        assertThat(document.has("registration_endpoint")).isFalse();
    }

    @Test
    void givesAnIdTokenThatCanBeCheckedWithWhatTheDocumentsSay() throws Exception {
        var request = request("public-app", "openid fhirUser user/Observation.rs");
        request.put("nonce", "a-nonce");
        var form = codeGrant(authorize(request).get("code"));
        form.put("client_id", "public-app");
        var tokens = AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form)));
        var idToken = SignedJWT.parse(tokens.get("id_token"));
        var openid = document(idToken.getJWTClaimsSet().getIssuer() + "/.well-known/openid-configuration");
        for (var field : List.of(
                "issuer",
                "authorization_endpoint",
                "token_endpoint",
                "jwks_uri",
                "response_types_supported",
                "subject_types_supported",
                "id_token_signing_alg_values_supported")) {
            assertThat(openid.has(field)).as(field).isTrue();
        }
        assertThat(words(openid.path("id_token_signing_alg_values_supported"))).contains("RS256");
        var keys = JWKSet.parse(document(openid.path("jwks_uri").asText()).toString());
        assertThat(idToken.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var key = keys.getKeyByKeyId(idToken.getHeader().getKeyID()).toRSAKey();
        assertThat(idToken.verify(new RSASSAVerifier(key))).isTrue();
        var claims = idToken.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("public-app");
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.getExpirationTime()).isAfter(Instant.now());
        assertThat(claims.getIssueTime()).isBeforeOrEqualTo(Instant.now().plusSeconds(1));
        assertThat(claims.getStringClaim("nonce")).isEqualTo("a-nonce");
        assertThat(claims.getStringClaim("fhirUser")).startsWith(PortalsStack.SITE + "/fhir/Practitioner/");
    }

    @Test
    void answersATokenRequestWithEverythingAndNothingToBeKept() throws IOException {
        var form = codeGrant(
                authorize(request("public-app", "user/Observation.rs")).get("code"));
        form.put("client_id", "public-app");
        var answer = AppRequests.post("/oauth2/token", AppRequests.form(form), "Origin", "http://localhost:9");
        var body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("access_token").isTextual()).isTrue();
        assertThat(body.path("token_type").asText()).isEqualToIgnoringCase("bearer");
        assertThat(body.path("expires_in").isNumber()).isTrue();
        assertThat(body.path("scope").asText()).isEqualTo("user/Observation.rs");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Pragma").orElse("")).isEqualTo("no-cache");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:9");
        var elsewhere =
                AppRequests.post("/oauth2/token", AppRequests.form(form), "Origin", "https://elsewhere.example");
        assertThat(elsewhere.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void takesACodeFromAnAppThatProvesItselfWithAKey() {
        var form =
                codeGrant(authorize(request("keyed-app", "user/Observation.rs")).get("code"));
        form.put("client_assertion_type", AppAssertions.ASSERTION);
        form.put(
                "client_assertion",
                AppAssertions.es384(
                        AppsOfTests.KEYED_KEY,
                        AppAssertions.assertionClaims("keyed-app").build()));
        assertThat(AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form))))
                .containsEntry("scope", "user/Observation.rs");
    }

    @ParameterizedTest
    @CsvSource({
        "code, made-up, invalid_grant",
        "client_id, secret-app, invalid_client",
        "client_id, nobody, invalid_client",
        "redirect_uri, http://localhost:9/other, invalid_grant",
        "code_verifier, another-verifier-that-is-long-enough-to-be-one-0123456789, invalid_grant",
        "grant_type, password, invalid_client"
    })
    void refusesACodeWith(String field, String value, String error) {
        var form = codeGrant(
                authorize(request("public-app", "user/Observation.rs")).get("code"));
        form.put("client_id", "public-app");
        var changed = new TreeMap<>(form);
        changed.put(field, value);
        var refused = AppRequests.post("/oauth2/token", AppRequests.form(changed));
        assertThat(refused.statusCode()).as(refused.body()).isIn(400, 401);
        assertThat(refused.body()).contains(error).doesNotContain("access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_verifier", "code", "redirect_uri", "grant_type"})
    void refusesACodeWithout(String field) {
        var form = codeGrant(
                authorize(request("public-app", "user/Observation.rs")).get("code"));
        form.put("client_id", "public-app");
        var without = new TreeMap<>(form);
        without.remove(field);
        var refused = AppRequests.post("/oauth2/token", AppRequests.form(without));
        assertThat(refused.statusCode()).as(refused.body()).isIn(400, 401);
        assertThat(refused.body()).doesNotContain("access_token");
    }

    @Test
    void keepsCodesAndRefreshTokensToTheAppTheyWereGivenTo() {
        var code = authorize(request("public-app", "user/Observation.rs")).get("code");
        var stolen = AppRequests.post(
                "/oauth2/token", AppRequests.form(codeGrant(code)), "Authorization", AppRequests.basic("secret-app"));
        assertThat(stolen.body()).contains("invalid_grant");
        var tokens = publicTokens("user/Observation.rs offline_access");
        var form = Map.of("grant_type", "refresh_token", "refresh_token", tokens.get("refresh_token"));
        var other = AppRequests.post(
                "/oauth2/token", AppRequests.form(form), "Authorization", AppRequests.basic("secret-app"));
        assertThat(other.body()).contains("invalid_grant");
        assertThat(refresh("made-up", null).body()).contains("invalid_grant");
        assertThat(refresh(tokens.get("refresh_token"), null).statusCode()).isEqualTo(200);
    }

    @Test
    void givesNoTokenInTheAddress() {
        for (var type : List.of("token", "id_token", "code token")) {
            var request = request("public-app", "openid user/Observation.rs");
            request.put("response_type", type);
            browser.open("/oauth2/authorize?" + AppRequests.form(request));
            assertThat(browser.isRedirect() ? browser.target().toString() : "")
                    .as(type)
                    .doesNotContain("access_token=", "id_token=", "code=");
        }
    }

    @Test
    void knowsNoAppThatIsNotRegistered() {
        browser.open("/oauth2/authorize?" + AppRequests.form(request("nobody", "user/Observation.rs")));
        assertThat(browser.isRedirect()).isFalse();
        assertThat(browser.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, not_a_grant_type",
        "client_assertion_type, not_an_assertion_type",
        "client_assertion, no.valid.jwt",
        "client_assertion, x"
    })
    void refusesABackendWith(String field, String value) {
        var form = new TreeMap<>(backend());
        form.put(field, value);
        var refused = AppRequests.post("/oauth2/token", AppRequests.form(form));
        assertThat(refused.statusCode()).as(refused.body()).isIn(400, 401);
        assertThat(refused.body()).contains("error").doesNotContain("access_token");
        HttpResponse<String> good = AppRequests.post("/oauth2/token", AppRequests.form(backend()));
        assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
    }

    private static Map<String, String> backend() {
        return Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                "system/Patient.rs",
                "client_assertion_type",
                AppAssertions.ASSERTION,
                "client_assertion",
                AppAssertions.rs384(
                        AppsOfTests.BACKEND_KEY,
                        AppAssertions.assertionClaims("backend").build()));
    }

    @Test
    void tellsAResourceServerWhoseRecordATokenIsFor() {
        var launch = launches.begin(new Launches.Launch("public-app", "Practitioner/ruwani", "Patient/nimali", null));
        var request = request("public-app", "launch openid fhirUser patient/*.rs");
        request.put("launch", launch);
        var form = codeGrant(authorize(request).get("code"));
        form.put("client_id", "public-app");
        var token = AppRequests.json(AppRequests.post("/oauth2/token", AppRequests.form(form)))
                .get("access_token");
        var told = AppRequests.json(AppRequests.post(
                "/oauth2/introspect", "token=" + token, "Authorization", AppRequests.basic("resource-server")));
        assertThat(told)
                .containsEntry("active", "true")
                .containsEntry("patient", "nimali")
                .containsEntry("iss", PortalsStack.SITE.toString())
                .containsEntry("fhirUser", PortalsStack.SITE + "/fhir/Practitioner/ruwani");
        var without = AppRequests.post("/oauth2/introspect", "token=" + token);
        assertThat(without.statusCode()).isEqualTo(401);
    }

    @Test
    void givesAnotherStateAndVerifierNoWayIn() {
        var request = request("public-app", "user/Observation.rs");
        request.put("code_challenge", Randomness.token());
        var form = codeGrant(authorize(request).get("code"));
        form.put("client_id", "public-app");
        var refused = AppRequests.post("/oauth2/token", AppRequests.form(form));
        assertThat(refused.body()).contains("invalid_grant");
    }
}
