package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ancregistry.sandbox.http.Json;

/** The recorded exchanges from the first page to the code. */
final class AuthorizeExchanges {

    private static final List<String> ESSENTIAL = List.of("name", "birthdate");

    private final Stage stage;
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    private AuthorizeExchanges(Stage stage) {
        this.stage = stage;
    }

    static Map<String, Supplier<Object>> on(Stage stage) {
        var exchanges = new AuthorizeExchanges(stage);
        exchanges.addWayToTheCode();
        exchanges.addRefusedRequests();
        exchanges.addAcceptedRequests();
        exchanges.addCodes();
        exchanges.addProofs();
        return exchanges.all;
    }

    private void addWayToTheCode() {
        all.put("00-csrf.json", () -> Web.get(stage.sandbox.host() + Urls.BASE + "/csrf/token"));
        all.put("10-oauth-details-v3-request.json", () -> UiSession.request("anc-portal-2"));
        all.put("10-oauth-details-v3.json", () -> begin("state", "any"));
        all.put("11-send-otp.json", () -> begun().sendOtp(Stage.NIMALI, Stage.CHANNELS));
        all.put("40-otp-email-only.json", () -> begun().sendOtp(Stage.NIMALI, List.of("email")));
        all.put("12-authenticate-v3.json", () -> sent().authenticate(Stage.NIMALI, "OTP", SandboxPeople.OTP));
        all.put("13-claim-details.json", () -> begun().signIn(Stage.NIMALI).claimDetails());
        all.put("14-auth-code.json", () -> begun().signIn(Stage.NIMALI).authCode(List.of("name"), List.of()));
        all.put("22-reject-essential.json", this::rejectEssential);
        all.put("36-verified-claim-details.json", () -> verified(Stage.NIMALI).claimDetails());
        all.put("46-verified-claim-details.json", () -> verified(Stage.VERIFIED).claimDetails());
    }

    private Object rejectEssential() {
        var ui = stage.ui();
        ui.begin(Stage.asking(ESSENTIAL, List.of("phone_number")));
        return ui.signIn(Stage.NIMALI).authCode(List.of("name"), List.of());
    }

    private UiSession verified(String individualId) {
        var ui = stage.ui();
        ui.begin(VerifiedClaims.request());
        return ui.signIn(individualId);
    }

    private void addRefusedRequests() {
        refused("bad-display", "display", "hologram");
        refused("bad-prompt", "prompt", "please");
        refused("bad-redirect", "redirectUri", "http://localhost:1/elsewhere");
        refused("bad-response-type", "responseType", "token");
        refused("bad-scope", "scope", "foo");
        refused("no-scope", "scope", null);
        refused("unknown-client", "clientId", "nobody");
        refused("pkce-no-method", "codeChallenge", "abc");
        refused("claims-bad", "claims", Map.of("userinfo", Map.of("name", "x")));
        all.put("errors/authorize-claims-without-openid.json", () -> {
            var request = Stage.asking(ESSENTIAL, List.of());
            request.put("scope", "profile");
            return stage.ui().begin(request);
        });
        all.put("errors/authorize-pkce-plain.json", () -> {
            var request = Stage.request("codeChallenge", "abc");
            request.put("codeChallengeMethod", "plain");
            return stage.ui().begin(request);
        });
        all.put("errors/authorize-par-required.json", () -> stage.ui().begin(UiSession.request("fapi-client")));
        all.put("errors/authorize-nonce-replay.json", () -> {
            var request = UiSession.request("anc-portal-2");
            stage.ui().begin(request);
            return stage.ui().begin(request);
        });
        all.put("errors/authorize-no-csrf.json", () -> stage.ui().post("v3/oauth-details", Map.of()));
    }

    private void refused(String name, String member, Object value) {
        all.put("errors/authorize-" + name + ".json", () -> begin(member, value));
    }

    private void addAcceptedRequests() {
        refused("max-age-0", "maxAge", 0);
        refused("no-acr", "acrValues", null);
        refused("no-nonce", "nonce", null);
        refused("no-state", "state", null);
        refused("nonce-first", "state", "any");
        refused("prompt-none", "prompt", "none");
        refused("ui-locales-xx", "uiLocales", "xx");
        refused("unregistered-acr-falls-back", "acrValues", "mosip:idp:acr:biometrics");
        all.put("errors/authorize-pkce-short.json", () -> {
            var request = Stage.request("codeChallenge", "abc");
            request.put("codeChallengeMethod", "S256");
            return stage.ui().begin(request);
        });
    }

    private void addCodes() {
        otp("bad-channel", () -> begun().sendOtp(Stage.NIMALI, List.of("pigeon")));
        otp("no-channel", () -> begun().sendOtp(Stage.NIMALI, List.of()));
        otp("unknown-individual", () -> begun().sendOtp("100000000000", Stage.CHANNELS));
        for (var i = 1; i <= 5; i++) {
            var times = i;
            otp("resend-" + i, () -> sentTimes(times));
        }
        otp("after-block-new-transaction", () -> {
            sentTimes(4);
            return begun().sendOtp(Stage.NIMALI, Stage.CHANNELS);
        });
    }

    private void otp(String name, Supplier<Object> exchange) {
        all.put("errors/otp-" + name + ".json", exchange);
    }

    private Answer sentTimes(int times) {
        var ui = begun();
        for (var i = 1; i < times; i++) {
            ui.sendOtp(Stage.NIMALI, Stage.CHANNELS);
        }
        return ui.sendOtp(Stage.NIMALI, Stage.CHANNELS);
    }

    private void addProofs() {
        all.put("41-auth-right-after-wrong.json", () -> {
            var ui = sent();
            ui.authenticate(Stage.NIMALI, "OTP", "000000");
            return ui.authenticate(Stage.NIMALI, "OTP", SandboxPeople.OTP);
        });
        all.put("42-auth-pin.json", () -> allFactors().authenticate(Stage.NIMALI, "PIN", SandboxPeople.PIN));
        all.put("43-auth-password.json", () -> allFactors().authenticate(Stage.NIMALI, "PWD", SandboxPeople.PASSWORD));
        auth("password-wrong", () -> allFactors().authenticate(Stage.NIMALI, "PWD", "not my password"));
        auth("factor-mismatch", () -> sent().authenticate(Stage.NIMALI, "PWD", SandboxPeople.PASSWORD));
        auth("otp-never-sent", () -> begun().authenticate(Stage.NIMALI, "OTP", SandboxPeople.OTP));
        auth("otp-too-short", () -> sent().authenticate(Stage.NIMALI, "OTP", "11"));
        auth("wrong-otp-1", () -> wrongTimes("v3/authenticate", 1));
        for (var i = 1; i <= 4; i++) {
            var times = i;
            auth("v2-wrong-" + i, () -> wrongTimes("v2/authenticate", times));
        }
        for (var i = 1; i <= 5; i++) {
            var times = i;
            auth("v3-wrong-" + i, () -> wrongTimes("v3/authenticate", times));
        }
        auth("bad-key", () -> {
            var ui = sent();
            ui.remember("unknown", "any");
            return ui.authenticate(Stage.NIMALI, "OTP", SandboxPeople.OTP);
        });
        auth("bad-hash", this::badHash);
    }

    private Object badHash() {
        var ui = stage.ui();
        var details = Json.object(ui.begin(UiSession.request("anc-portal-2")).json(), "response");
        ui.sendOtp(Stage.NIMALI, Stage.CHANNELS);
        ui.remember(Json.text(details, "transactionId"), "bad");
        return ui.authenticate(Stage.NIMALI, "OTP", SandboxPeople.OTP);
    }

    private void auth(String name, Supplier<Object> exchange) {
        all.put("errors/auth-" + name + ".json", exchange);
    }

    private Answer wrongTimes(String path, int times) {
        var ui = sent();
        for (var i = 1; i < times; i++) {
            ui.authenticate(path, Stage.NIMALI, "OTP", "000000");
        }
        return ui.authenticate(path, Stage.NIMALI, "OTP", "000000");
    }

    private Answer begin(String member, Object value) {
        return stage.ui().begin(Stage.request(member, value));
    }

    private UiSession begun() {
        var ui = stage.ui();
        ui.begin(UiSession.request("anc-portal-2"));
        return ui;
    }

    private UiSession allFactors() {
        var ui = stage.ui();
        ui.begin(Stage.request("acrValues", null));
        return ui;
    }

    private UiSession sent() {
        var ui = begun();
        ui.sendOtp(Stage.NIMALI, Stage.CHANNELS);
        return ui;
    }
}
