package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.ancregistry.portals.authorization.PortalRegistrations;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.transaction.support.TransactionTemplate;

/** The authorization server as a client sees it that does not keep to the rules. */
class AuthorizationServerIT extends OnPortals {

    private static final String CALLBACK = PortalsStack.SITE + "/portals/callback/midwife";

    @Autowired
    private PortalRegistrations portals;

    @Autowired
    private OAuth2AuthorizationService authorizations;

    @Autowired
    private TransactionTemplate transaction;

    private final String verifier = Randomness.token();

    @BeforeEach
    void aMidwifeIsSignedIn() {
        signIn(browser, "national-id", SandboxPeople.ruwani());
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff("Practitioner/ruwani", "test")));
    }

    private Map<String, String> request() {
        var request = new TreeMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", "anc-midwife");
        request.put("redirect_uri", CALLBACK);
        request.put("scope", "user/*.cruds");
        request.put("state", "abc");
        request.put("aud", PortalsStack.SITE + "/fhir");
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    private String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Randomness.sha256(verifier));
    }

    private Browser authorize(Map<String, String> request) {
        var query = new StringBuilder();
        request.forEach((name, value) -> query.append('&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return browser.ask("/oauth2/authorize?" + query.substring(1));
    }

    private String code() {
        return authorize(request()).target().getQuery().replaceAll(".*code=([^&]+).*", "$1");
    }

    private static String assertion(RSAKey key) {
        try {
            var assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer("anc-midwife")
                            .subject("anc-midwife")
                            .audience(PortalsStack.SITE + "/oauth2/token")
                            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                            .jwtID(UUID.randomUUID().toString())
                            .build());
            assertion.sign(new RSASSASigner(key));
            return assertion.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> exchange(String code) {
        var form = new TreeMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", "anc-midwife");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("code_verifier", verifier);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion(portals.key()));
        return form;
    }

    private Map<String, String> refresh(String token) {
        var form = exchange("");
        form.keySet().removeIf(name -> name.startsWith("code") || name.equals("redirect_uri"));
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return form;
    }

    private Browser token(Map<String, String> form) {
        return new Browser(PortalsStack.SITE).post("/oauth2/token", form);
    }

    private static String value(Browser answer, String name) {
        assertThat(answer.status()).as(answer.page()).isEqualTo(200);
        return answer.page().replaceAll("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static String tokenId(Browser answer) throws java.text.ParseException {
        return SignedJWT.parse(value(answer, "access_token")).getJWTClaimsSet().getJWTID();
    }

    @Test
    void givesATokenForACodeThatIsNotToBeCached() throws Exception {
        var answer = token(exchange(code()));
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.page()).contains("\"token_type\":\"Bearer\"", "\"expires_in\"", "refresh_token");
        assertThat(issued.revoked(tokenId(answer))).isFalse();
    }

    @Test
    void refusesARequestWithoutTheFhirServerItIsFor() {
        var request = request();
        request.remove("aud");
        assertThat(authorize(request).target().getQuery()).contains("error=invalid_request", "aud");
        request.put("aud", "https://elsewhere.example/fhir");
        assertThat(authorize(request).target().getQuery())
                .contains("error=invalid_request")
                .doesNotContain("code=");
    }

    @Test
    void refusesARequestWithoutPkceOrWithThePlainKind() {
        var request = request();
        request.put("code_challenge_method", "plain");
        assertThat(authorize(request).target().getQuery()).contains("error=invalid_request");
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        assertThat(authorize(request).target().getQuery()).contains("error=invalid_request");
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotRegistered() {
        var request = request();
        request.put("redirect_uri", "https://elsewhere.example/callback");
        assertThat(authorize(request).status()).isEqualTo(400);
        request.put("redirect_uri", CALLBACK + "/more");
        assertThat(authorize(request).status()).isEqualTo(400);
    }

    @Test
    void refusesAScopeThatThePortalIsNotFor() {
        var request = request();
        request.put("scope", "system/*.cruds");
        assertThat(authorize(request).target().getQuery()).contains("error=invalid_scope");
    }

    @Test
    void refusesACodeWithoutItsVerifier() {
        var form = exchange(code());
        form.put("code_verifier", Randomness.token());
        assertThat(token(form).status()).isEqualTo(400);
    }

    @Test
    void refusesAClientWithAnotherKey() throws Exception {
        var form = exchange(code());
        form.put(
                "client_assertion",
                assertion(new RSAKeyGenerator(2048)
                        .keyID(portals.key().getKeyID())
                        .generate()));
        var answer = token(form);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.page()).contains("invalid_client");
    }

    @Test
    void takesBackWhatACodeGaveWhenItIsUsedAgain() throws Exception {
        var code = code();
        var first = token(exchange(code));
        assertThat(token(exchange(code)).page()).contains("invalid_grant");
        assertThat(issued.revoked(tokenId(first))).isTrue();
        assertThat(token(refresh(value(first, "refresh_token"))).page()).contains("invalid_grant");
    }

    @Test
    void endsTheFamilyWhenAReplacedRefreshTokenIsShownLater() throws Exception {
        var first = token(exchange(code()));
        var second = token(refresh(value(first, "refresh_token")));
        assertThat(tokenId(second)).isNotEqualTo(tokenId(first));
        assertThat(token(refresh(value(first, "refresh_token"))).page()).contains("invalid_grant");
        assertThat(issued.revoked(tokenId(second))).isFalse();
        jdbc.update("update former_refresh_token set replaced_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        assertThat(token(refresh(value(first, "refresh_token"))).page()).contains("invalid_grant");
        assertThat(issued.revoked(tokenId(second))).isTrue();
        assertThat(token(refresh(value(second, "refresh_token"))).page()).contains("invalid_grant");
    }

    @Test
    void refusesTheSecondOfTwoRefreshesThatAreUnderWayAtOnce() throws Exception {
        var shown = value(token(exchange(code())), "refresh_token");
        var one = renewed(shown);
        var other = renewed(shown);
        var second = new AtomicReference<CompletableFuture<Void>>();
        transaction.executeWithoutResult(status -> {
            authorizations.save(one);
            second.set(CompletableFuture.runAsync(() -> authorizations.save(other)));
            await().atMost(Duration.ofSeconds(10)).until(() -> second.get().isDone() || waiting() > 0);
        });
        assertThat(second.get())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        refusal -> assertThat(refusal.getError().getErrorCode()).isEqualTo("invalid_grant"));
    }

    /** As the one who shows this token leaves it behind: with the next one in its place. */
    private OAuth2Authorization renewed(String shown) {
        var authorization = authorizations.findByToken(shown, OAuth2TokenType.REFRESH_TOKEN);
        var now = Instant.now();
        return OAuth2Authorization.from(Objects.requireNonNull(authorization))
                .refreshToken(new OAuth2RefreshToken(Randomness.token(), now, now.plusSeconds(60)))
                .build();
    }

    private long waiting() {
        return jdbc.queryForObject(
                "select count(*) from information_schema.sessions where blocker_id is not null", Long.class);
    }

    @Test
    void keepsNoTokenThatACopyOfTheTableCouldOpenAnythingWith() {
        var answer = token(exchange(code()));
        var rows = jdbc.queryForList("select * from oauth2_authorization").toString();
        assertThat(rows).doesNotContain(value(answer, "access_token"), value(answer, "refresh_token"));
    }

    @Test
    void givesTokensByPostOnly() {
        var answer = browser.ask("/oauth2/token?grant_type=authorization_code&code=abc");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void tellsAppsWhereToSignIn() {
        var answer = new Browser(PortalsStack.SITE).ask("/fhir/.well-known/smart-configuration");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.page())
                .contains("\"authorization_endpoint\":\"" + PortalsStack.SITE + "/oauth2/authorize\"")
                .contains("\"code_challenge_methods_supported\":[\"S256\"]");
        assertThat(new Browser(PortalsStack.SITE)
                        .ask("/.well-known/openid-configuration")
                        .page())
                .contains("\"issuer\":\"" + PortalsStack.SITE + "\"");
        assertThat(new Browser(PortalsStack.SITE).ask("/oauth2/jwks").page()).doesNotContain("\"d\":");
    }

    @Test
    void asksSomebodyWhoIsNotSignedInToSignInFirst() {
        browser.cookies().clear();
        assertThat(authorize(request()).target().getPath()).isEqualTo("/sign-in");
    }
}
