package org.ancregistry.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.sandbox.http.Json;

/** Takes a relying party's request and, if eSignet would, opens a transaction for it. */
final class AuthorizeDesk {

    static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(5);

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration PUSHED = Duration.ofMinutes(1);
    private static final String URN = "urn:ietf:params:oauth:request_uri:";
    private static final Set<String> DISPLAYS = Set.of("page", "popup", "touch", "wap");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final Set<String> AUTHORIZE_SCOPES = Set.of(
            "Manage-Identity-Data",
            "Manage-VID",
            "Manage-Authentication",
            "Manage-Service-Requests",
            "Manage-Credentials");

    private final Realm realm;
    private final ExpiringStore<Boolean> nonces;
    private final ExpiringStore<AuthorizeRequest> pushed;

    AuthorizeDesk(Realm realm) {
        this.realm = realm;
        nonces = realm.store(ONE_DAY);
        pushed = realm.store(PUSHED);
    }

    /** Keeps a pushed request for its one use (RFC 9126). */
    String push(AuthorizeRequest request) {
        var uri = URN + Digests.handle();
        pushed.put(uri, request);
        return uri;
    }

    /** Opens a transaction for a request that came by the browser. */
    Transaction open(AuthorizeRequest request) {
        checkShape(request);
        var client = realm.client(request.clientId()).orElseThrow(() -> new Refusal("invalid_client_id"));
        if (client.extra().requiresPushedRequests()) {
            throw new Refusal("invalid_request");
        }
        return open(request, client);
    }

    /** Opens a transaction for a request that was pushed before. */
    Transaction openPushed(String clientId, String requestUri) {
        var request = pushed.take(requestUri)
                .filter(candidate -> candidate.clientId().equals(clientId))
                .orElseThrow(() -> new Refusal("invalid_request"));
        var client = realm.client(clientId).orElseThrow(() -> new Refusal("invalid_client_id"));
        return open(request, client);
    }

    private Transaction open(AuthorizeRequest request, SandboxClient client) {
        if (!client.allowsRedirectTo(request.redirectUri())) {
            throw Refusal.of("request.redirectUri", "invalid_redirect_uri");
        }
        if (!request.get("claims").isBlank() && !request.scopes().contains("openid")) {
            throw new Refusal("invalid_scope");
        }
        if (client.extra().requiresPkce() && request.codeChallenge().isBlank()) {
            throw new Refusal("use_pkce");
        }
        var known = Discovery.scopes(realm.profile());
        var claims = RequestedClaims.of(
                request,
                client,
                request.scopes().stream().filter(known::contains).toList());
        var scopes =
                request.scopes().stream().filter(AUTHORIZE_SCOPES::contains).toList();
        if (!request.nonce().isBlank() && !nonces.putNew(request.nonce(), true)) {
            throw new Refusal("invalid_request");
        }
        var now = realm.clock().instant();
        return new Transaction(client, request, claims, acrs(request, client), scopes, now);
    }

    /** What each member must look like, whoever asks. */
    void checkShape(AuthorizeRequest request) {
        require(supportsOneOf(request.scopes()), "request.scope", "invalid_scope");
        require("code".equals(request.get("response_type")), "request.responseType", "invalid_response_type");
        require(!request.redirectUri().isBlank(), "request.redirectUri", "invalid_redirect_uri");
        require(isOneOf(DISPLAYS, request.words("display")), "request.display", "invalid_display");
        require(isOneOf(PROMPTS, request.words("prompt")), "request.prompt", "invalid_prompt");
        RequestedClaims.parse(request);
        checkChallenge(request.codeChallenge(), request.get("code_challenge_method"));
    }

    private boolean supportsOneOf(List<String> scopes) {
        var supported = new ArrayList<>(Discovery.scopes(realm.profile()));
        supported.addAll(AUTHORIZE_SCOPES);
        return scopes.stream().anyMatch(supported::contains);
    }

    private static boolean isOneOf(Set<String> known, List<String> words) {
        return known.containsAll(words);
    }

    private static void checkChallenge(String challenge, String method) {
        require(
                method.isBlank() || "S256".equals(method),
                "request.codeChallengeMethod",
                "unsupported_pkce_challenge_method");
        require(challenge.isBlank() == method.isBlank(), "request", "invalid_pkce_challenge");
    }

    private static void require(boolean condition, String member, String code) {
        if (!condition) {
            throw Refusal.of(member, code);
        }
    }

    /** What was asked for and registered; if that is nothing, eSignet silently takes everything registered. */
    private static List<String> acrs(AuthorizeRequest request, SandboxClient client) {
        var asked = askedInClaims(request).orElseGet(() -> request.words("acr_values"));
        var possible = asked.stream().filter(client.acrs()::contains).toList();
        return possible.isEmpty() ? client.acrs() : possible;
    }

    private static Optional<List<String>> askedInClaims(AuthorizeRequest request) {
        Map<String, Object> acr = Json.object(Json.object(RequestedClaims.parse(request), "id_token"), "acr");
        var values = Json.texts(acr, "values");
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    void forget() {
        nonces.clear();
        pushed.clear();
    }
}
