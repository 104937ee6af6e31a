package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Takes authorization requests that a client pushes from its server (RFC 9126). */
final class PushedRequests {

    private static final int SECONDS = 60;

    private final Realm realm;
    private final Desks desks;

    PushedRequests(Realm realm, Desks desks) {
        this.realm = realm;
        this.desks = desks;
    }

    Response push(Request request) {
        var parameters = new LinkedHashMap<>(request.form().firsts());
        desks.proofs()
                .of(request, realm.urls().at(Urls.PAR), "")
                .ifPresent(proof -> parameters.putIfAbsent("dpop_jkt", proof.thumbprint()));
        var uri = desks.authorize().push(checked(parameters));
        return Response.json(201, Map.of("request_uri", uri, "expires_in", SECONDS))
                .notCached();
    }

    private AuthorizeRequest checked(Map<String, String> parameters) {
        if (parameters.containsKey("request_uri")) {
            throw new Refusal("invalid_request");
        }
        var client =
                realm.client(parameters.getOrDefault("client_id", "")).orElseThrow(() -> new Refusal("invalid_client"));
        var assertion = parameters.getOrDefault("client_assertion", "");
        if (!ClientAssertions.TYPE.equals(parameters.get("client_assertion_type"))) {
            throw new Refusal("invalid_client");
        }
        checkClaims(parameters.getOrDefault("claims", ""));
        desks.assertions().check(client, assertion, audiences());
        return shaped(client, new AuthorizeRequest(parameters));
    }

    private static void checkClaims(String claims) {
        try {
            if (!claims.isBlank()) {
                Json.parse(claims);
            }
        } catch (IllegalArgumentException notJson) {
            throw new Refusal("invalid_request", "Property 'claims' threw exception");
        }
    }

    private AuthorizeRequest shaped(SandboxClient client, AuthorizeRequest request) {
        try {
            desks.authorize().checkShape(request);
        } catch (Refusal refusal) {
            throw new Refusal("invalid_request", refusal.code());
        }
        if (!client.allowsRedirectTo(request.redirectUri())) {
            throw new Refusal("invalid_request", "invalid_redirect_uri");
        }
        return request;
    }

    private List<String> audiences() {
        var urls = realm.urls();
        return List.of(urls.at(Urls.PAR), urls.at(Urls.TOKEN), urls.issuer());
    }
}
