package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ancregistry.sandbox.SignInDesk.Challenge;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/** The calls that eSignet's own login page makes, for whoever drives it without one. */
final class UiCalls {

    private final Desks desks;
    private final UiDetails details;

    UiCalls(Realm realm, Desks desks) {
        this.desks = desks;
        details = new UiDetails(realm);
    }

    /** Hands out the token that every POST must bring back in {@code X-XSRF-TOKEN}. */
    Response csrfToken(Request unused) {
        var token = Digests.handle();
        var body = new LinkedHashMap<String, Object>();
        body.put("parameterName", "_csrf");
        body.put("token", token);
        body.put("headerName", "X-XSRF-TOKEN");
        return Response.json(200, body).notCached().with("Set-Cookie", "XSRF-TOKEN=" + token + "; Path=/");
    }

    @Nullable
    Object oauthDetails(Request unused, Map<String, Object> call) {
        return begun(desks.authorize().open(AuthorizeRequest.ofJson(call)));
    }

    @Nullable
    Object pushedOauthDetails(Request unused, Map<String, Object> call) {
        return begun(desks.authorize().openPushed(Json.text(call, "clientId"), Json.text(call, "requestUri")));
    }

    /** The page proves with a digest of these details that it saw them. */
    private Map<String, Object> begun(Transaction transaction) {
        var answer = details.of(transaction);
        transaction.detailsHash(Digests.sha256(Json.write(answer)));
        desks.transactions().begin(transaction);
        return answer;
    }

    @Nullable
    Object sendOtp(Request request, Map<String, Object> call) {
        var transaction = transaction(request);
        var channels = Json.texts(call, "otpChannels");
        var targets = desks.signIn().sendCode(transaction, Json.text(call, "individualId"), channels);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("transactionId", transaction.id());
        answer.putAll(targets);
        return answer;
    }

    @Nullable
    Object authenticate(Request request, Map<String, Object> call) {
        var transaction = transaction(request);
        var challenges = Json.list(call, "challengeList").stream()
                .map(challenge -> Json.object(Map.of("challenge", challenge), "challenge"))
                .map(challenge ->
                        new Challenge(Json.text(challenge, "authFactorType"), Json.text(challenge, "challenge")))
                .toList();
        desks.signIn().authenticate(transaction, Json.text(call, "individualId"), challenges);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("transactionId", transaction.id());
        answer.put("consentAction", consentAction(transaction));
        return answer;
    }

    private static String consentAction(Transaction transaction) {
        return transaction.proof().mustAsk() ? "CAPTURE" : "NOCAPTURE";
    }

    @Nullable
    Object claimDetails(Request request, Map<String, Object> unused) {
        var transaction = transaction(request);
        var vouched = transaction.proof().person().verification().keySet();
        var claims = transaction.claims();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("transactionId", transaction.id());
        answer.put("consentAction", consentAction(transaction));
        answer.put("profileUpdateRequired", !vouched.containsAll(claims.verifiedEssential()));
        answer.put(
                "claimStatus",
                claims.all().stream().map(claim -> status(transaction, claim)).toList());
        return answer;
    }

    /** Only a request for verified claims makes the mock ID system look which there are. */
    private static Map<String, Object> status(Transaction transaction, String claim) {
        var looked = transaction.claims().wantsVerified();
        var vouched = transaction.proof().person().verification().containsKey(claim);
        var status = new LinkedHashMap<String, Object>();
        status.put("claim", claim);
        status.put("verified", looked && vouched);
        status.put("available", looked);
        return status;
    }

    @Nullable
    Object authCode(Request request, Map<String, Object> call) {
        var transaction = transaction(request);
        var code = desks.complete(
                transaction, Json.texts(call, "acceptedClaims"), Json.texts(call, "permittedAuthorizeScopes"));
        var asked = transaction.request();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("nonce", asked.parameters().get("nonce"));
        answer.put("state", asked.parameters().get("state"));
        answer.put("code", code);
        answer.put("redirectUri", asked.redirectUri());
        return answer;
    }

    private Transaction transaction(Request request) {
        return desks.transactions().live(request.header("oauth-details-key"));
    }

    /** Checks, before a call within a transaction is looked at, that it comes from a page that saw the details. */
    void checkDetails(Request request) {
        if (!transaction(request).detailsHash().equals(request.header("oauth-details-hash"))) {
            throw new Refusal("invalid_request");
        }
    }

    /** Whether a POST brings its CSRF token, in the header and in the cookie. */
    static boolean bringsCsrfToken(Request request) {
        var header = request.header("X-XSRF-TOKEN");
        return !header.isEmpty()
                && Stream.of(request.header("Cookie").split(";"))
                        .map(String::strip)
                        .anyMatch(cookie -> Objects.equals(cookie, "XSRF-TOKEN=" + header));
    }
}
