package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The recorded exchanges at the token endpoint. */
final class TokenExchanges {

    private static final JWSHeader RS256 =
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build();

    private final Stage stage;
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private TokenExchanges(Stage stage) {
        this.stage = stage;
    }

    static Map<String, Supplier<Object>> on(Stage stage) {
        var exchanges = new TokenExchanges(stage);
        exchanges.addForms();
        exchanges.addAudiences();
        exchanges.addTimes();
        exchanges.addClaims();
        exchanges.addHeaders();
        exchanges.addKeys();
        exchanges.addUses();
        exchanges.addChallenges();
        return exchanges.all;
    }

    private void put(String name, Supplier<Object> exchange) {
        all.put("errors/token-" + name + ".json", exchange);
    }

    private void addForms() {
        form("ok", form -> {});
        form("no-client-id-param", form -> form.remove("client_id"));
        form("no-code", form -> form.remove("code"));
        form("unknown-code", form -> form.put("code", "unknown"));
        form("no-assertion", form -> form.remove("client_assertion"));
        form("no-assertion-type", form -> form.remove("client_assertion_type"));
        form("client-secret-basic", form -> form.keySet().removeIf(name -> name.startsWith("client_")));
        form("client-credentials", form -> form.put("grant_type", "client_credentials"));
        form("other-grant", form -> form.put("grant_type", "refresh_token"));
        form("client-id-mismatch", form -> form.put("client_id", "other-rp-client"));
        form("redirect-mismatch", form -> form.put("redirect_uri", "http://localhost:1/elsewhere"));
        form("redirect-uri-missing", form -> form.remove("redirect_uri"));
        put("get", () -> Web.get(stage.sandbox.host() + Urls.TOKEN));
        put("json", () -> Web.post(stage.sandbox.host() + Urls.TOKEN, "application/json", "{}", Map.of()));
        put("code-of-other-client", () -> stage.other.token(stage.other.exchange(stage.code())));
    }

    private void form(String name, Consumer<Map<String, String>> change) {
        put(name, () -> {
            var form = stage.portal.exchange(stage.code());
            change.accept(form);
            return stage.portal.token(form);
        });
    }

    private void assertion(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        signed(
                name,
                () -> stage.portal.sign(change.apply(stage.portal.assertion()).build()));
    }

    private void signed(String name, Supplier<String> assertion) {
        form(name, form -> form.put("client_assertion", assertion.get()));
    }

    private void addAudiences() {
        var host = stage.sandbox.host().toString();
        assertion("aud-array", claims -> claims.audience(List.of("http://other.example.org", host + Urls.TOKEN)));
        assertion("aud-issuer", claims -> claims.audience(host));
        assertion("aud-issuer-slash", claims -> claims.audience(host + "/"));
        assertion("aud-old-issuer", claims -> claims.audience(host + Urls.BASE));
        assertion("aud-v1-token-endpoint", claims -> claims.audience(host + Urls.TOKEN_V1));
        assertion("wrong-aud", claims -> claims.audience("http://other.example.org"));
        put("v1-endpoint-v1-aud", () -> v1(host + Urls.TOKEN_V1));
        put("v1-endpoint-v2-aud", () -> v1(host + Urls.TOKEN));
    }

    private Answer v1(String audience) {
        var form = stage.portal.exchange(stage.code());
        form.put(
                "client_assertion",
                stage.portal.sign(stage.portal.assertion().audience(audience).build()));
        return Web.post(stage.sandbox.host() + Urls.TOKEN_V1, form);
    }

    private void addTimes() {
        assertion("exp-1-year", claims -> claims.expirationTime(in(31_536_000)));
        assertion("exp-3s-ago", claims -> claims.issueTime(in(-60)).expirationTime(in(-3)));
        assertion("exp-7s-ago", claims -> claims.issueTime(in(-60)).expirationTime(in(-7)));
        assertion("expired", claims -> claims.issueTime(in(-600)).expirationTime(in(-300)));
        assertion("expired-within-5s-leeway", claims -> claims.issueTime(in(0)).expirationTime(in(-3)));
        assertion("no-exp", claims -> claims.expirationTime(null));
        assertion("no-iat", claims -> claims.issueTime(null));
        assertion("no-exp-no-iat", claims -> claims.issueTime(null).expirationTime(null));
        assertion("iat-old-1h", claims -> claims.issueTime(in(-3600)));
        assertion("iat-future", claims -> claims.issueTime(in(600)));
        assertion("iat-future-consistent", claims -> claims.issueTime(in(600)).expirationTime(in(900)));
        assertion("nbf-future", claims -> claims.notBeforeTime(in(600)));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private void addClaims() {
        assertion("iss-wrong", claims -> claims.issuer("nobody"));
        assertion("sub-wrong", claims -> claims.subject("nobody"));
        assertion("no-jti", claims -> claims.jwtID(null));
        put("jti-replay", () -> {
            var jti = UUID.randomUUID().toString();
            use(jti);
            return use(jti);
        });
    }

    private Answer use(String jti) {
        var form = stage.portal.exchange(stage.code());
        form.put(
                "client_assertion",
                stage.portal.sign(stage.portal.assertion().jwtID(jti).build()));
        return stage.portal.token(form);
    }

    private void addHeaders() {
        var claims = stage.portal.assertion().build();
        signed("no-typ", () -> sign(new JWSHeader(JWSAlgorithm.RS256)));
        signed(
                "typ-client-authentication",
                () -> sign(new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("client-authentication+jwt"))
                        .build()));
        signed("alg-none", () -> new PlainJWT(claims).serialize());
        signed("hs256", () -> signWithSecret(claims));
        signed(
                "key-nokid-header-kid",
                () -> sign(new JWSHeader.Builder(RS256).keyID("key-1").build()));
        put("kid-matching-header", () -> named("key-1"));
        put("kid-mismatch-header", () -> named("key-2"));
    }

    private Answer named(String kid) {
        var form = stage.named.exchange(stage.code(stage.named));
        var header = new JWSHeader.Builder(RS256).keyID(kid).build();
        form.put(
                "client_assertion",
                stage.named.sign(header, stage.named.assertion().build()));
        return stage.named.token(form);
    }

    private String sign(JWSHeader header) {
        return stage.portal.sign(header, stage.portal.assertion().build());
    }

    private static String signWithSecret(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(new byte[32]));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void addKeys() {
        var ps256 = new JWSHeader.Builder(JWSAlgorithm.PS256).build();
        signed("key-noalg-RS256", () -> sign(RS256));
        signed("key-noalg-PS256", () -> sign(ps256));
        signed("key-PS256", () -> sign(ps256));
        signed(
                "wrong-key",
                () -> new RelyingParty(stage.sandbox, "anc-portal-2", RelyingParty.newKey())
                        .sign(stage.portal.assertion().build()));
        put("ps256-assertion-key-alg-RS256", () -> {
            var form = stage.rs256.exchange(stage.code(stage.rs256));
            form.put(
                    "client_assertion",
                    stage.rs256.sign(ps256, stage.rs256.assertion().build()));
            return stage.rs256.token(form);
        });
        put("key-ES256", this::es256);
    }

    private Object es256() {
        try {
            var key = new ECKeyGenerator(Curve.P_256).generate();
            var id = "es256-" + UUID.randomUUID();
            stage.sandbox.register(SandboxClient.of(id, "anc-registry", key, RelyingParty.CALLBACK));
            var party = new RelyingParty(stage.sandbox, id);
            var form = party.exchange(stage.code(party));
            form.put("client_assertion", sign(key, party.assertion().build()));
            return party.token(form);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sign(ECKey key, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private void addUses() {
        put("code-reuse", this::usedTwice);
        // These two probes of the recording were refused for a code that an earlier probe had used.
        put("PS256-assertion", this::usedTwice);
        put("long-lived-1y-exp-ok", this::usedTwice);
        put("retry-same-code-after-client-error", () -> {
            var code = stage.code();
            var bad = stage.portal.exchange(code);
            bad.put("client_assertion", "bad");
            stage.portal.token(bad);
            return stage.portal.token(stage.portal.exchange(code));
        });
    }

    private Answer usedTwice() {
        var code = stage.code();
        stage.portal.token(stage.portal.exchange(code));
        return stage.portal.token(stage.portal.exchange(code));
    }

    private void addChallenges() {
        put("pkce-ok", () -> challenged("a-long-verifier"));
        put("pkce-wrong-verifier", () -> challenged("another-verifier"));
        put("pkce-missing-verifier", () -> challenged(""));
        form("pkce-verifier-without-challenge", form -> form.put("code_verifier", "any"));
    }

    private Answer challenged(String verifier) {
        var request = Stage.request("codeChallenge", Digests.sha256("a-long-verifier"));
        request.put("codeChallengeMethod", "S256");
        var form = stage.portal.exchange(stage.code(request, Stage.NIMALI, List.of()));
        if (!verifier.isEmpty()) {
            form.put("code_verifier", verifier);
        }
        return stage.portal.token(form);
    }
}
