package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The recorded tokens, userinfo answers and documents. */
final class UserinfoExchanges {

    private static final List<String> ALL = Claims.ALL.subList(0, 7);

    private final Stage stage;
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private UserinfoExchanges(Stage stage) {
        this.stage = stage;
    }

    static Map<String, Supplier<Object>> on(Stage stage) {
        var exchanges = new UserinfoExchanges(stage);
        exchanges.addDocuments();
        exchanges.addTokens();
        exchanges.addPayloads();
        exchanges.addVerified();
        exchanges.addEncrypted();
        exchanges.addRefusals();
        exchanges.addAbsent();
        return exchanges.all;
    }

    private void addDocuments() {
        all.put("01-openid-configuration.json", () -> get("/.well-known/openid-configuration"));
        all.put("02-oauth-authorization-server.json", () -> get("/.well-known/oauth-authorization-server"));
        all.put("03-jwks.json", () -> get("/.well-known/jwks.json"));
        all.put("03b-jwks-after-rotation.json", () -> {
            stage.sandbox.rotateSigningKey();
            return get("/.well-known/jwks.json").json();
        });
    }

    private Answer get(String path) {
        return Web.get(stage.sandbox.host() + path);
    }

    private void addTokens() {
        all.put("15-token-response.json", () -> stage.portal.token(stage.portal.exchange(stage.code())));
        all.put("17-access-token-decoded.json", () -> token("access_token", UiSession.request("anc-portal-2")));
        all.put("18-id-token-decoded.json", () -> token("id_token", UiSession.request("anc-portal-2")));
        all.put("45-id-token-no-nonce-decoded.json", () -> token("id_token", Stage.request("nonce", null)));
        all.put("20-access-token-with-scope-decoded.json", () -> {
            var ui = stage.ui();
            ui.begin(Stage.request("scope", "openid Manage-Identity-Data"));
            var code = ui.signIn(Stage.NIMALI).code(List.of(), List.of("Manage-Identity-Data"));
            return Stage.decoded(stage.portal.tokens(code).get("access_token"));
        });
        all.put("44-id-token-password-acr-decoded.json", () -> {
            var ui = stage.ui();
            ui.begin(Stage.request("acrValues", "mosip:idp:acr:password"));
            ui.authenticate(Stage.NIMALI, "PWD", SandboxPeople.PASSWORD);
            return Stage.decoded(stage.portal.tokens(ui.code(ALL, List.of())).get("id_token"));
        });
    }

    private Object token(String name, Map<String, Object> request) {
        var code = stage.code(request, Stage.NIMALI, ALL);
        return Stage.decoded(stage.portal.tokens(code).get(name));
    }

    private void addPayloads() {
        all.put("16-userinfo-raw.json", () -> stage.userinfo(stage.portal, stage.code()));
        all.put("19-userinfo-decoded.json", () -> payload(UiSession.request("anc-portal-2"), ALL));
        all.put("21-userinfo-claims-locales-decoded.json", () -> {
            var request = Stage.asking(List.of("name"), List.of());
            request.put("claimsLocales", "en si");
            return payload(request, List.of("name"));
        });
        var name = List.of("name");
        all.put(
                "60-userinfo-individual-id-not-requested-decoded.json",
                () -> payload(Stage.asking(name, List.of()), name));
        all.put(
                "60-userinfo-individual-id-declined-by-user-decoded.json",
                () -> payload(Stage.asking(name, List.of("individual_id")), name));
        all.put(
                "60-userinfo-individual-id-requested-decoded.json",
                () -> payload(
                        Stage.asking(List.of("name", "birthdate"), List.of("phone_number", "individual_id")),
                        List.of("name", "birthdate", "phone_number", "individual_id")));
    }

    private Object payload(Map<String, Object> request, List<String> accepted) {
        return payload(request, Stage.NIMALI, accepted);
    }

    private Object payload(Map<String, Object> request, String individualId, List<String> accepted) {
        var code = stage.code(request, individualId, accepted);
        return Stage.decoded(stage.userinfo(stage.portal, code).body());
    }

    private void addVerified() {
        var accepted = List.of("name", "birthdate", "phone_number");
        all.put("37-verified-token.json", () -> {
            var code = stage.code(VerifiedClaims.request(), Stage.NIMALI, accepted);
            return stage.portal.token(stage.portal.exchange(code));
        });
        all.put("38-verified-userinfo-decoded.json", () -> payload(VerifiedClaims.request(), accepted));
        all.put(
                "47-verified-userinfo-array-decoded.json",
                () -> payload(VerifiedClaims.request(), Stage.VERIFIED, accepted));
        all.put(
                "47-verified-userinfo-object-decoded.json",
                () -> payload(VerifiedClaims.requestAsObject(), Stage.VERIFIED, List.of("name")));
    }

    private void addEncrypted() {
        all.put("39-jwe-no-key-token.json", () -> stage.jwe.token(stage.jwe.exchange(stage.code(stage.jwe))));
        all.put("50-userinfo-jwe-client-without-enc-key.json", () -> {
            var id = "jwe-without-key";
            var key = RelyingParty.newKey();
            stage.sandbox.register(SandboxClient.of(id, "anc-registry", key, RelyingParty.CALLBACK)
                    .withEncryptedUserinfo(null));
            var party = new RelyingParty(stage.sandbox, id, key);
            return stage.userinfo(party, stage.code(party));
        });
        all.put("52-userinfo-jwe.json", () -> stage.userinfo(stage.jwe, stage.code(stage.jwe)));
        all.put("52-userinfo-jwe-decoded.json", this::decrypted);
    }

    private Object decrypted() {
        try {
            var jwe = JWEObject.parse(
                    stage.userinfo(stage.jwe, stage.code(stage.jwe)).body());
            jwe.decrypt(new RSADecrypter(Stage.ENCRYPTION));
            return Map.of(
                    "jweHeader",
                    jwe.getHeader().toJSONObject(),
                    "inner",
                    Stage.decoded(jwe.getPayload().toString()));
        } catch (ParseException | JOSEException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void addRefusals() {
        refusal("1st", token -> bearer("Bearer " + token));
        refusal("2nd", token -> {
            bearer("Bearer " + token);
            return bearer("Bearer " + token);
        });
        refusal("accept-json", token -> asking(token, "application/json"));
        refusal("accept-jwt", token -> asking(token, "application/jwt"));
        refusal("basic", token -> bearer("Basic " + token));
        refusal("garbage", token -> bearer("Bearer garbage"));
        refusal("lowercase-bearer", token -> bearer("bearer " + token));
        refusal("no-auth", token -> get(Urls.USERINFO));
        refusal("query-token", token -> get(Urls.USERINFO + "?access_token=" + token));
        refusal("tampered", token -> bearer("Bearer " + token + "x"));
        refusal("post", token -> Web.post(stage.sandbox.host() + Urls.USERINFO, Map.of("access_token", token)));
    }

    private interface Use {
        Object of(String token);
    }

    private void refusal(String name, Use use) {
        all.put("errors/userinfo-" + name + ".json", () -> {
            var tokens = stage.portal.tokens(stage.code());
            return use.of(String.valueOf(tokens.get("access_token")));
        });
    }

    private Answer bearer(String authorization) {
        return Web.get(stage.sandbox.host() + Urls.USERINFO, Map.of("Authorization", authorization));
    }

    private Answer asking(String token, String accept) {
        return Web.get(
                stage.sandbox.host() + Urls.USERINFO, Map.of("Authorization", "Bearer " + token, "Accept", accept));
    }

    private void addAbsent() {
        absent("authorize", "/authorize");
        absent("oauth2_introspect", "/oauth2/introspect");
        absent("oauth_introspect", "/oauth/introspect");
        absent("oauth_revoke", "/oauth/revoke");
        absent("oauth_v2_introspect", "/oauth/v2/introspect");
        absent("oidc_end_session", "/oidc/end_session");
        absent("oidc_logout", "/oidc/logout");
    }

    private void absent(String name, String path) {
        all.put("errors/absent-" + name + ".json", () -> Web.post(stage.sandbox.host() + Urls.BASE + path, Map.of()));
    }
}
