package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.apps.Launches;
import org.ancregistry.portals.authorization.Consents;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the authorization library leaves out of SMART App Launch 2.2, gap by gap and by the numbers of the design: each
 * test with a request that succeeds beside the one that is refused.
 */
class SmartGapsIT extends OnPortals {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String TOKEN = PortalsStack.SITE + "/oauth2/token";
    private static final Pattern CONSENT_SCOPE = Pattern.compile("name=\"scope\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private Apps apps;

    @Autowired
    private Launches launches;

    @Autowired
    private Consents consents;

    private final String verifier = Randomness.token();

    @BeforeEach
    void appsAreRegisteredAndAMidwifeIsSignedIn() {
        AppsOfTests.register(apps);
        signIn(browser, "national-id", SandboxPeople.ruwani());
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/ruwani", "test")));
    }

    private Map<String, String> request(String app, String scope) {
        var request = new TreeMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", app);
        request.put("redirect_uri", AppsOfTests.BACK);
        request.put("scope", scope);
        request.put("state", "abc");
        request.put("aud", PortalsStack.SITE + "/fhir");
        request.put(
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.sha256(verifier)));
        request.put("code_challenge_method", "S256");
        return request;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Asks, and gives what the consent page offers, less what {@code cleared} names. */
    private Map<String, String> authorize(Map<String, String> request, String... cleared) {
        browser.open("/oauth2/authorize?" + form(request));
        return browser.isRedirect() ? parameters(browser.target()) : agree(cleared);
    }

    private Map<String, String> agree(String... cleared) {
        assertThat(browser.address().getPath()).as(browser.page()).isEqualTo("/apps/consent");
        var scopes = CONSENT_SCOPE
                .matcher(browser.page())
                .results()
                .map(box -> box.group(1).replace("&amp;", "&"))
                .filter(scope -> !List.of(cleared).contains(scope))
                .toList();
        return answer(scopes);
    }

    private Map<String, String> answer(List<String> scopes) {
        var state = browser.page().replaceAll("(?s).*name=\"state\" value=\"([^\"]+)\".*", "$1");
        var client = browser.page().replaceAll("(?s).*name=\"client_id\" value=\"([^\"]+)\".*", "$1");
        var body = "client_id=" + client + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)
                + scopes.stream()
                        .map(scope -> "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        var cookies = browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var answer = post("/oauth2/authorize", body, "Cookie", cookies);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return parameters(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    private Map<String, String> codeGrant(String code) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", AppsOfTests.BACK);
        form.put("code_verifier", verifier);
        return form;
    }

    private Map<String, String> publicTokens(String scope, String... cleared) {
        var given = authorize(request("public-app", scope), cleared);
        var form = codeGrant(given.get("code"));
        form.put("client_id", "public-app");
        return json(post("/oauth2/token", form(form)));
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(PortalsStack.SITE.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            var read = new ObjectMapper().readTree(answer.body());
            var values = new TreeMap<String, String>();
            read.properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JWTClaimsSet claims(String jwt) {
        try {
            return SignedJWT.parse(jwt).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder assertionClaims(String client) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(TOKEN)
                .expirationTime(Date.from(Instant.now().plusSeconds(240)))
                .jwtID(UUID.randomUUID().toString());
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

    private static String rs384(RSAKey key, JWTClaimsSet claims) {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.RS384)
                            .keyID(key.getKeyID())
                            .build(),
                    claims,
                    new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String es384(ECKey key, JWTClaimsSet claims) {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES384)
                            .keyID(key.getKeyID())
                            .build(),
                    claims,
                    new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> backend(String assertion, String scope) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("scope", scope);
        form.put("client_assertion_type", ASSERTION);
        form.put("client_assertion", assertion);
        return post("/oauth2/token", form(form));
    }

    private static HttpResponse<String> backend(JWTClaimsSet.Builder claims) {
        return backend(rs384(AppsOfTests.BACKEND_KEY, claims.build()), "system/Patient.rs");
    }

    @Test
    void gap01TellsAppsEverythingThatSmartConfigurationMustSay() {
        var answer =
                json(send(HttpRequest.newBuilder(PortalsStack.SITE.resolve("/fhir/.well-known/smart-configuration"))));
        assertThat(answer.keySet())
                .contains(
                        "issuer",
                        "jwks_uri",
                        "authorization_endpoint",
                        "token_endpoint",
                        "introspection_endpoint",
                        "revocation_endpoint",
                        "capabilities",
                        "scopes_supported",
                        "grant_types_supported",
                        "code_challenge_methods_supported");
    }

    @Test
    void gap01TellsOpenIdClientsOnlyWhatIsThere() {
        var answer = json(send(HttpRequest.newBuilder(PortalsStack.SITE.resolve("/.well-known/openid-configuration"))));
        assertThat(answer)
                .containsEntry("issuer", PortalsStack.SITE.toString())
                .doesNotContainKeys("userinfo_endpoint", "registration_endpoint", "dpop_signing_alg_values_supported");
    }

    @Test
    void gap02WantsTheFhirServerNamed() {
        var request = request("public-app", "patient/*.rs launch/patient");
        request.put("aud", "https://elsewhere.example/fhir");
        assertThat(authorize(request)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void gap03OpensALaunchOnceForItsOwnPersonAndApp() {
        var tokens = launched("public-app", "Practitioner/ruwani");
        assertThat(tokens).containsEntry("patient", "nimali").containsEntry("need_patient_banner", "true");
        assertThat(claims(tokens.get("access_token")).getClaim("patient")).isEqualTo("nimali");
    }

    private Map<String, String> launched(String app, String person) {
        var launch = launches.begin(new Launches.Launch(app, person, "Patient/nimali"));
        var request = request("public-app", "launch patient/*.rs");
        request.put("launch", launch);
        var given = authorize(request);
        assertThat(given).containsKey("code");
        var again = authorize(request);
        assertThat(again).containsEntry("error", "invalid_request");
        var form = codeGrant(given.get("code"));
        form.put("client_id", "public-app");
        return json(post("/oauth2/token", form(form)));
    }

    @ParameterizedTest
    @CsvSource({"public-app, Practitioner/somebody", "secret-app, Practitioner/ruwani"})
    void gap03RefusesTheLaunchOfSomebodyElseOrAnotherApp(String app, String person) {
        var request = request("public-app", "launch patient/*.rs");
        request.put("launch", launches.begin(new Launches.Launch(app, person, "Patient/nimali")));
        assertThat(authorize(request)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void gap03RefusesALaunchThatIsTooOldOrMadeUp() {
        var request = request("public-app", "launch patient/*.rs");
        var launch = launches.begin(new Launches.Launch("public-app", "Practitioner/ruwani", "Patient/nimali"));
        jdbc.update("update app_launch set expires_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        for (var id : List.of(launch, "made-up")) {
            request.put("launch", id);
            assertThat(authorize(request)).as(id).containsEntry("error", "invalid_request");
        }
        request.remove("launch");
        assertThat(authorize(request)).containsEntry("error", "invalid_request");
    }

    @Test
    void gap04HasStaffPickARecordBeforeAnAppGetsAToken() {
        browser.open("/oauth2/authorize?" + form(request("public-app", "launch/patient patient/*.rs")));
        assertThat(browser.visited()).contains("/midwife/apps/patient");
        var state = browser.visited().isEmpty() ? "" : stateOfPick();
        consents.pick(state, "Practitioner/somebody-else", "Patient/fathima");
        browser.open("/apps/consent?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        assertThat(browser.visited()).contains("/midwife/apps/patient");
        consents.pick(state, "Practitioner/ruwani", "Patient/nimali");
        browser.open("/apps/consent?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        var form = codeGrant(agree().get("code"));
        form.put("client_id", "public-app");
        assertThat(json(post("/oauth2/token", form(form)))).containsEntry("patient", "nimali");
    }

    private String stateOfPick() {
        return parameters(browser.address()).get("state");
    }

    @Test
    void gap04BindsAMotherToHerself() {
        browser.cookies().clear();
        jdbc.update("delete from linked_person");
        signIn(browser, "national-id", SandboxPeople.nimali());
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff("Patient/nimali", "test")));
        var tokens = publicTokens("launch/patient patient/*.rs openid fhirUser");
        assertThat(tokens).containsEntry("patient", "nimali");
        assertThat(claims(tokens.get("access_token")).getSubject()).isEqualTo("Patient/nimali");
    }

    @Test
    void gap05SaysWhoAndForWhichServerInTheTokens() {
        var tokens = publicTokens("openid fhirUser user/Observation.rs");
        var access = claims(tokens.get("access_token"));
        assertThat(access.getAudience()).containsExactly(PortalsStack.SITE + "/fhir");
        assertThat(access.getClaim("scope")).asString().contains("user/Observation.rs");
        assertThat(claims(tokens.get("id_token")).getClaim("fhirUser"))
                .isEqualTo(PortalsStack.SITE + "/fhir/Practitioner/ruwani");
        assertThat(publicTokens("user/Observation.rs")).doesNotContainKey("id_token");
        var without = publicTokens("openid fhirUser user/Observation.rs", "fhirUser");
        assertThat(claims(without.get("id_token")).getClaim("fhirUser")).isNull();
    }

    @Test
    void gap06GivesWhatMayBeGivenAndKeepsAGranularScopeWhole() {
        var granular =
                "user/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
        var tokens = publicTokens(granular + " user/Condition.rs system/*.rs whatever");
        assertThat(tokens).containsEntry("scope", granular);
        assertThat(publicTokens("user/Observation.read user/*.cruds")
                        .get("scope")
                        .split(" "))
                .containsExactlyInAnyOrder("user/Observation.read", "user/Observation.rs");
        assertThat(authorize(request("public-app", "system/*.rs"))).containsEntry("error", "invalid_scope");
    }

    @Test
    void gap06AndRemembersALongListOfThem() {
        var scopes = IntStream.range(0, 40)
                .mapToObj(i -> "user/Observation.rs?category=http://example.org/a-long-code-system-of-categories|c" + i)
                .collect(Collectors.joining(" "));
        assertThat(publicTokens(scopes).get("scope").split(" ")).hasSize(40);
    }

    @Test
    void gap07DoesNotGiveWhatIsClearedHoweverOftenItWasGivenBefore() {
        assertThat(publicTokens("openid fhirUser user/Observation.rs").get("scope"))
                .contains("user/Observation.rs");
        assertThat(publicTokens("openid fhirUser user/Observation.rs", "user/Observation.rs")
                        .get("scope"))
                .doesNotContain("user/Observation.rs")
                .contains("fhirUser");
        browser.open("/oauth2/authorize?" + form(request("public-app", "openid fhirUser user/Observation.rs")));
        assertThat(answer(List.of())).containsEntry("error", "access_denied").doesNotContainKey("code");
    }

    @Test
    void gap08KnowsABackendByItsAssertionAlone() {
        var tokens = json(backend(assertionClaims("backend")));
        assertThat(tokens).containsEntry("scope", "system/Patient.rs").containsEntry("token_type", "Bearer");
        assertThat(Integer.parseInt(tokens.get("expires_in"))).isBetween(200, 300);
        assertThat(tokens).doesNotContainKeys("refresh_token", "id_token");
        var access = claims(tokens.get("access_token"));
        assertThat(access.getClaim("anc_role")).isEqualTo("system");
        assertThat(backend(
                                rs384(
                                        AppsOfTests.BACKEND_KEY,
                                        assertionClaims("backend").build()),
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
        form.put("client_assertion_type", ASSERTION);
        form.put("client_assertion", es384(key, assertionClaims("keyed-app").build()));
        var answer = post("/oauth2/token", form(form));
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
        return answer.body().contains("unauthorized_client") ? 200 : answer.statusCode();
    }

    @Test
    void gap10RefusesABadAssertion() {
        assertThat(backend(assertionClaims("backend")).statusCode()).isEqualTo(200);
        refused(
                "another key",
                rs384(AppsOfTests.rsa("backend"), assertionClaims("backend").build()));
        refused(
                "an unknown key",
                rs384(AppsOfTests.rsa("other"), assertionClaims("backend").build()));
        refused("another audience", assertionClaims("backend").audience("https://elsewhere.example/token"));
        refused("expired", assertionClaims("backend").expirationTime(past()));
        refused(
                "ten minutes",
                assertionClaims("backend")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600))));
        refused("no end", assertionClaims("backend").expirationTime(null));
        refused("another subject", assertionClaims("backend").subject("public-app"));
        refused("another issuer", assertionClaims("backend").issuer("nobody"));
        refused("no id", assertionClaims("backend").jwtID(null));
        refused(
                "not yet",
                assertionClaims("backend").notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
    }

    private static Date past() {
        return Date.from(Instant.now().minusSeconds(120));
    }

    private static void refused(String why, JWTClaimsSet.Builder claims) {
        refused(why, rs384(AppsOfTests.BACKEND_KEY, claims.build()));
    }

    private static void refused(String why, String assertion) {
        var answer = backend(assertion, "system/Patient.rs");
        assertThat(answer.statusCode()).as(why + ": " + answer.body()).isIn(400, 401);
        assertThat(answer.body()).as(why).contains("invalid_client").doesNotContain("access_token");
    }

    @Test
    void gap10RefusesAnAssertionThatWasUsed() {
        var assertion =
                rs384(AppsOfTests.BACKEND_KEY, assertionClaims("backend").build());
        assertThat(backend(assertion, "system/Patient.rs").statusCode()).isEqualTo(200);
        refused("used", assertion);
    }

    @Test
    void gap10RefusesAnAddressOfKeysThatIsNotRegisteredAndDoesNotReadIt() throws Exception {
        var before = AppsOfTests.READ.get();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS384)
                .keyID("backend")
                .jwkURL(AppsOfTests.KEYS_ADDRESS)
                .build();
        refused("jku", signed(header, assertionClaims("backend").build(), new RSASSASigner(AppsOfTests.BACKEND_KEY)));
        assertThat(AppsOfTests.READ.get()).isEqualTo(before);
    }

    @Test
    void gap10RefusesThePublicKeyUsedAsASecretAndNoSignature() throws Exception {
        var secret = AppsOfTests.BACKEND_KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var hmac = new JWSHeader.Builder(JWSAlgorithm.HS384).keyID("backend").build();
        refused("HS384", signed(hmac, assertionClaims("backend").build(), new MACSigner(secret)));
        var none = new PlainJWT(assertionClaims("backend").build()).serialize();
        var answer = backend(none, "system/Patient.rs");
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void gap11TakesAnAuthorizationRequestByPost() {
        var body = form(request("public-app", "user/Observation.rs"));
        var answer = post("/oauth2/authorize", body);
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(parameters(URI.create(location))).isEqualTo(request("public-app", "user/Observation.rs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/fhir/Patient/1"})
    void gap12AnswersThePreflightOfPagesOfAppsAndOfNoOthers(String path) {
        assertThat(preflight(path, "http://localhost:9")).isEqualTo("http://localhost:9");
        assertThat(preflight(path, "https://elsewhere.example")).isEmpty();
        assertThat(preflight(path, "null")).isEmpty();
    }

    private static String preflight(String path, String origin) {
        var answer = send(HttpRequest.newBuilder(PortalsStack.SITE.resolve(path))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    }

    @Test
    void gap12LetsAnyPageReadWhatIsPublic() {
        for (var path : List.of("/fhir/.well-known/smart-configuration", "/oauth2/jwks")) {
            var answer = send(HttpRequest.newBuilder(PortalsStack.SITE.resolve(path))
                    .header("Origin", "https://elsewhere.example"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .contains("*");
        }
    }

    @Test
    void gap13NamesItselfInEveryAnswer() {
        var given = authorize(request("public-app", "user/Observation.rs"));
        assertThat(given).containsEntry("iss", PortalsStack.SITE.toString()).containsEntry("state", "abc");
        var refused = authorize(request("public-app", "system/*.rs"));
        assertThat(refused).containsEntry("iss", PortalsStack.SITE.toString()).containsKey("error");
    }

    @Test
    void gap14GivesARefreshTokenOnlyWhereItWasAskedForAndToPublicAppsToo() {
        assertThat(publicTokens("user/Observation.rs")).doesNotContainKey("refresh_token");
        assertThat(publicTokens("user/Observation.rs offline_access", "offline_access"))
                .doesNotContainKey("refresh_token");
        var first = publicTokens("user/Observation.rs offline_access");
        var second = json(refresh(first.get("refresh_token"), null));
        assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
        assertThat(refresh(second.get("refresh_token"), "user/Condition.rs").body())
                .contains("invalid_scope");
        assertThat(json(refresh(second.get("refresh_token"), "user/Observation.rs"))
                        .get("scope"))
                .isEqualTo("user/Observation.rs");
    }

    @Test
    void gap14EndsTheFamilyWhenAnOldTokenOfAPublicAppComesBack() {
        var first = publicTokens("user/Observation.rs offline_access");
        var second = json(refresh(first.get("refresh_token"), null));
        jdbc.update("update former_refresh_token set replaced_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        assertThat(refresh(first.get("refresh_token"), null).body()).contains("invalid_grant");
        assertThat(refresh(second.get("refresh_token"), null).body()).contains("invalid_grant");
        assertThat(issued.revoked(claims(second.get("access_token")).getJWTID()))
                .isTrue();
    }

    @Test
    void gap14EndsOnlineAccessWithTheSession() {
        var tokens = publicTokens("user/Observation.rs online_access");
        assertThat(tokens).containsKey("refresh_token");
        issued.revokeOnlineOf("Practitioner/ruwani");
        assertThat(refresh(tokens.get("refresh_token"), null).body()).contains("invalid_grant");
    }

    private static HttpResponse<String> refresh(String token, String scope) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        form.put("client_id", "public-app");
        if (scope != null) {
            form.put("scope", scope);
        }
        return post("/oauth2/token", form(form));
    }

    @Test
    void gap15TellsAResourceServerAboutATokenAndAStrangerNothing() {
        var token = publicTokens("openid fhirUser user/Observation.rs").get("access_token");
        var told = json(introspect(token, basic("resource-server")));
        assertThat(told)
                .containsEntry("active", "true")
                .containsEntry("client_id", "public-app")
                .containsEntry("sub", "Practitioner/ruwani");
        assertThat(told.get("scope").split(" ")).contains("user/Observation.rs", "openid");
        assertThat(Long.parseLong(told.get("exp"))).isGreaterThan(Instant.now().getEpochSecond());
        assertThat(json(introspect(token, basic("secret-app")))).isEqualTo(Map.of("active", "false"));
        assertThat(json(introspect("made-up", basic("resource-server")))).isEqualTo(Map.of("active", "false"));
        assertThat(introspect(
                                token,
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("secret-app:no".getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void gap15LetsAClientAskWithItsOwnAccessToken() {
        var own = json(backend(assertionClaims("backend"))).get("access_token");
        assertThat(json(introspect(own, "Bearer " + own))).containsEntry("active", "true");
        var other = publicTokens("user/Observation.rs").get("access_token");
        assertThat(json(introspect(other, "Bearer " + own))).isEqualTo(Map.of("active", "false"));
        assertThat(introspect(own, "Bearer " + own + "x").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> introspect(String token, String authorization) {
        return post("/oauth2/introspect", "token=" + token, "Authorization", authorization);
    }

    private static String basic(String client) {
        var pair = URLEncoder.encode(client, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(AppsOfTests.SECRET, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
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
    void gap17EndsAnAccessTokenThatWasTakenBack() {
        var tokens = publicTokens("user/Observation.rs offline_access");
        var id = claims(tokens.get("access_token")).getJWTID();
        assertThat(issued.revoked(id)).isFalse();
        var answer = post("/oauth2/revoke", "client_id=public-app&token=" + tokens.get("refresh_token"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(issued.revoked(id)).isTrue();
        assertThat(refresh(tokens.get("refresh_token"), null).body()).contains("invalid_grant");
    }

    @Test
    void gap18IsClosedByOurOwnEsignetClientWithWhichThisMidwifeSignedIn() {
        assertThat(publicTokens("openid fhirUser")).containsKey("id_token");
    }

    @Test
    void takesAConfidentialAppWithItsSecretAndNotWithAnother() {
        var code = authorize(request("secret-app", "user/Observation.rs")).get("code");
        var wrong = "Basic " + Base64.getEncoder().encodeToString("secret-app:wrong".getBytes(StandardCharsets.UTF_8));
        assertThat(post("/oauth2/token", form(codeGrant(code)), "Authorization", wrong)
                        .statusCode())
                .isEqualTo(401);
        assertThat(json(post("/oauth2/token", form(codeGrant(code)), "Authorization", basic("secret-app"))))
                .containsEntry("scope", "user/Observation.rs");
    }

    @Test
    void takesAPushedRequest() {
        var request = request("secret-app", "user/Observation.rs system/*.rs");
        var pushed = post("/oauth2/par", form(request), "Authorization", basic("secret-app"));
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(201);
        var uri = pushed.body().replaceAll("(?s).*\"request_uri\":\"([^\"]+)\".*", "$1");
        var reference = Map.of("client_id", "secret-app", "request_uri", uri);
        var form = codeGrant(authorize(reference).get("code"));
        assertThat(json(post("/oauth2/token", form(form), "Authorization", basic("secret-app"))))
                .containsEntry("scope", "user/Observation.rs");
    }

    @Test
    void endsTheTokensOfAnAppThatIsRemoved() {
        var tokens = publicTokens("user/Observation.rs offline_access");
        apps.remove("public-app", "Practitioner/test");
        issued.revokeAllOfApp("public-app");
        assertThat(issued.revoked(claims(tokens.get("access_token")).getJWTID()))
                .isTrue();
        assertThat(refresh(tokens.get("refresh_token"), null).body()).contains("invalid_client");
    }

    @Test
    void letsTheAnswerOfTheConsentPageGoToTheAppAndNowhereElse() {
        browser.open("/oauth2/authorize?" + form(request("public-app", "user/Observation.rs")));
        assertThat(browser.header("Content-Security-Policy")).contains("form-action 'self' http://localhost:9;");
        assertThat(browser.page()).contains("App public-app", "localhost:9");
    }

    @Test
    void showsNobodyElsesQuestion() {
        browser.open("/oauth2/authorize?" + form(request("public-app", "user/Observation.rs")));
        var state = parameters(browser.address()).get("state");
        jdbc.update("update oauth2_authorization set person = 'Practitioner/other' where code_hash is null");
        browser.open("/apps/consent?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        assertThat(browser.status()).isEqualTo(404);
    }
}
