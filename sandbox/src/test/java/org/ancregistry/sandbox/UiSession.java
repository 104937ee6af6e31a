package org.ancregistry.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ancregistry.sandbox.http.Json;

/** eSignet's own login page, as far as its calls go. */
final class UiSession {

    private static final String BASE = Urls.BASE + "/authorization/";

    private final EsignetSandbox sandbox;
    private Map<String, String> headers = Map.of();
    private String transaction = "";

    UiSession(EsignetSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A request of the page as it was recorded, with a nonce of its own. */
    static Map<String, Object> request(String clientId) {
        var request = new LinkedHashMap<String, Object>();
        request.put("clientId", clientId);
        request.put("scope", "openid profile");
        request.put("responseType", "code");
        request.put("redirectUri", RelyingParty.CALLBACK);
        request.put("display", "page");
        request.put("prompt", "login");
        request.put("acrValues", "mosip:idp:acr:generated-code");
        request.put("nonce", UUID.randomUUID().toString());
        request.put("state", UUID.randomUUID().toString());
        request.put("claimsLocales", "en");
        return request;
    }

    Answer begin(Map<String, Object> request) {
        return begin("v3/oauth-details", request);
    }

    Answer beginPushed(String clientId, String requestUri) {
        return begin("par-oauth-details", Map.of("clientId", clientId, "requestUri", requestUri));
    }

    private Answer begin(String path, Map<String, Object> request) {
        var token = String.valueOf(
                Web.get(sandbox.host() + Urls.BASE + "/csrf/token").json().get("token"));
        headers = Map.of("X-XSRF-TOKEN", token, "Cookie", "XSRF-TOKEN=" + token);
        var answer = post(path, request);
        var details = Json.object(answer.json(), "response");
        if (!details.isEmpty()) {
            transaction = Json.text(details, "transactionId");
            remember(transaction, Digests.sha256(Json.write(details)));
        }
        return answer;
    }

    void remember(String key, String hash) {
        var more = new LinkedHashMap<>(headers);
        more.put("oauth-details-key", key);
        more.put("oauth-details-hash", hash);
        headers = more;
    }

    Answer sendOtp(String individualId, List<String> channels) {
        return post(
                "send-otp",
                Map.of("transactionId", transaction, "individualId", individualId, "otpChannels", channels));
    }

    Answer authenticate(String individualId, String factor, String secret) {
        return authenticate("v3/authenticate", individualId, factor, secret);
    }

    Answer authenticate(String path, String individualId, String factor, String secret) {
        var challenge = Map.of("authFactorType", factor, "challenge", secret, "format", "alpha-numeric");
        return post(
                path,
                Map.of(
                        "transactionId", transaction,
                        "individualId", individualId,
                        "challengeList", List.of(challenge)));
    }

    /** Sends the code and enters it. */
    UiSession signIn(String individualId) {
        sendOtp(individualId, List.of("email", "phone"));
        authenticate(individualId, "OTP", SandboxPeople.OTP);
        return this;
    }

    Answer claimDetails() {
        return Web.get(sandbox.host() + BASE + "claim-details", headers);
    }

    Answer authCode(List<String> claims, List<String> scopes) {
        return post(
                "auth-code",
                Map.of(
                        "transactionId", transaction,
                        "acceptedClaims", claims,
                        "permittedAuthorizeScopes", scopes));
    }

    String code(List<String> claims, List<String> scopes) {
        return Json.text(Json.object(authCode(claims, scopes).json(), "response"), "code");
    }

    Answer post(String path, Map<String, Object> request) {
        return call(sandbox.host() + BASE + path, headers, request);
    }

    static Answer call(String url, Map<String, String> headers, Map<String, Object> request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("requestTime", Instant.now().toString());
        body.put("request", request);
        return Web.post(url, "application/json", Json.write(body), headers);
    }
}
