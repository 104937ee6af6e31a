package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Parameters;

/** The recorded exchanges with pushed requests and with tokens that are bound to a key. */
final class PushedExchanges {

    private static final String VERIFIER = "a-long-verifier";
    private static final RSAKey PROOF_KEY = RelyingParty.newKey();

    private final Stage stage;
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private PushedExchanges(Stage stage) {
        this.stage = stage;
    }

    static Map<String, Supplier<Object>> on(Stage stage) {
        var exchanges = new PushedExchanges(stage);
        exchanges.addPushed();
        exchanges.addRefused();
        exchanges.addBound();
        exchanges.addBadProofs();
        exchanges.addBoundUserinfo();
        return exchanges.all;
    }

    private void addPushed() {
        all.put("30-par-response.json", () -> push(stage.fapi, form -> {}));
        all.put("31-par-oauth-details.json", () -> stage.ui().beginPushed("anc-portal-2", uri(plain(form -> {}))));
        all.put(
                "errors/par-oauth-details-pkce-required.json",
                () -> stage.ui()
                        .beginPushed(
                                "fapi-client",
                                uri(push(
                                        stage.fapi,
                                        form -> form.keySet().removeIf(name -> name.startsWith("code_challenge"))))));
        all.put("errors/par-request-uri-reuse.json", () -> {
            var uri = uri(plain(form -> {}));
            stage.ui().beginPushed("anc-portal-2", uri);
            return stage.ui().beginPushed("anc-portal-2", uri);
        });
        all.put("errors/par-aud-token-endpoint.json", () -> plain(form -> {}));
    }

    private void addRefused() {
        all.put("errors/par-bad-claims.json", () -> plain(form -> form.put("claims", "{not json")));
        all.put("errors/par-bad-redirect.json", () -> plain(form -> form.put("redirect_uri", "http://localhost:1/")));
        all.put(
                "errors/par-no-client-auth.json",
                () -> plain(form -> form.keySet().removeIf(name -> name.startsWith("client_assertion"))));
        all.put("errors/par-with-request-uri.json", () -> plain(form -> form.put("request_uri", "urn:x")));
    }

    /** Pushes the recorded request, without a claims parameter and without a challenge. */
    private Answer plain(Consumer<Map<String, String>> change) {
        return push(stage.portal, form -> {
            form.keySet().removeIf(name -> name.startsWith("code_challenge"));
            change.accept(form);
        });
    }

    private Answer push(RelyingParty party, Consumer<Map<String, String>> change) {
        return push(party, change, Map.of());
    }

    private Answer push(RelyingParty party, Consumer<Map<String, String>> change, Map<String, String> headers) {
        var form = party.request();
        form.remove("claims");
        form.put("scope", "openid profile");
        form.put("acr_values", "mosip:idp:acr:generated-code");
        form.put("code_challenge", Digests.sha256(VERIFIER));
        form.put("code_challenge_method", "S256");
        form.put("client_assertion_type", ClientAssertions.TYPE);
        form.put("client_assertion", party.sign(party.assertion().build()));
        change.accept(form);
        var body = Parameters.encode(form);
        return Web.post(stage.sandbox.host() + Urls.PAR, "application/x-www-form-urlencoded", body, headers);
    }

    private static String uri(Answer pushed) {
        return Json.text(pushed.json(), "request_uri");
    }

    private void addBound() {
        all.put("32-dpop-token-first-nonce-required.json", () -> token(code(), proof(PROOF_KEY, Urls.TOKEN, "", "")));
        all.put("33-dpop-token-response.json", () -> boundToken(code()));
        all.put(
                "34-dpop-access-token-decoded.json",
                () -> Stage.decoded(boundToken(code()).json().get("access_token")));
    }

    private String code() {
        return code(Map.of());
    }

    private String code(Map<String, String> headers) {
        var ui = stage.ui();
        ui.beginPushed("fapi-client", uri(push(stage.fapi, form -> {}, headers)));
        return ui.signIn(Stage.NIMALI).code(List.of(), List.of());
    }

    private Answer token(String code, String proof) {
        var form = stage.fapi.exchange(code);
        form.put("code_verifier", VERIFIER);
        var headers = proof.isEmpty() ? Map.<String, String>of() : Map.of("DPoP", proof);
        var body = Parameters.encode(form);
        return Web.post(stage.sandbox.host() + Urls.TOKEN, "application/x-www-form-urlencoded", body, headers);
    }

    private Answer boundToken(String code) {
        return boundToken(code, PROOF_KEY);
    }

    private Answer boundToken(String code, RSAKey key) {
        var nonce = token(code, proof(key, Urls.TOKEN, "", "")).header("DPoP-Nonce");
        return token(code, proof(key, Urls.TOKEN, nonce, ""));
    }

    private void addBadProofs() {
        all.put("errors/dpop-missing.json", () -> token(code(), ""));
        all.put("errors/dpop-wrong-htu.json", () -> token(code(), proof(PROOF_KEY, Urls.PAR, "", "")));
        all.put("errors/dpop-es256.json", () -> token(code(), ellipticProof()));
        all.put("errors/dpop-other-key.json", () -> {
            var code = code(Map.of("DPoP", proof(PROOF_KEY, Urls.PAR, "", "")));
            return boundToken(code, RelyingParty.newKey());
        });
    }

    private void addBoundUserinfo() {
        all.put("35-dpop-userinfo-nonce-required.json", () -> {
            var token = accessToken();
            return userinfo("DPoP " + token, proof(PROOF_KEY, Urls.USERINFO, "", token));
        });
        all.put("errors/dpop-userinfo-bearer.json", () -> userinfo("Bearer " + accessToken(), ""));
        all.put(
                "errors/dpop-userinfo-no-ath.json",
                () -> userinfo("DPoP " + accessToken(), proof(PROOF_KEY, Urls.USERINFO, "", "")));
    }

    private String accessToken() {
        return Json.text(boundToken(code()).json(), "access_token");
    }

    private Answer userinfo(String authorization, String proof) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", authorization);
        if (!proof.isEmpty()) {
            headers.put("DPoP", proof);
        }
        return Web.get(stage.sandbox.host() + Urls.USERINFO, headers);
    }

    private String proof(RSAKey key, String path, String nonce, String token) {
        try {
            return proof(JWSAlgorithm.RS256, key, new RSASSASigner(key), claims(path, nonce, token));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String ellipticProof() {
        try {
            var key = new ECKeyGenerator(Curve.P_256).generate();
            return proof(JWSAlgorithm.ES256, key, new ECDSASigner(key), claims(Urls.TOKEN, "", ""));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String proof(JWSAlgorithm algorithm, JWK key, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWTClaimsSet claims(String path, String nonce, String token) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .claim("htm", Urls.USERINFO.equals(path) ? "GET" : "POST")
                .claim("htu", stage.sandbox.host() + path);
        if (!nonce.isEmpty()) {
            claims.claim("nonce", nonce);
        }
        if (!token.isEmpty()) {
            claims.claim("ath", Digests.sha256(token));
        }
        return claims.build();
    }
}
