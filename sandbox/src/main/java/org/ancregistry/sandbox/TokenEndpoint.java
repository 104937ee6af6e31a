package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.http.Parameters;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Changes a code into tokens (RFC 6749 section 4.1.3) for a client that signs its request. */
final class TokenEndpoint {

    private final Realm realm;
    private final Grants grants;
    private final ClientAssertions assertions;
    private final Tokens tokens;

    TokenEndpoint(Realm realm, Grants grants, ClientAssertions assertions) {
        this.realm = realm;
        this.grants = grants;
        this.assertions = assertions;
        tokens = new Tokens(realm);
    }

    /** The endpoint that discovery names. */
    Response token(Request request) {
        var urls = realm.urls();
        return answer(request, List.of(urls.at(Urls.TOKEN), urls.issuer()), true);
    }

    /** The older endpoint, which eSignet still has: it never asks for a code verifier. */
    Response tokenV1(Request request) {
        var urls = realm.urls();
        var audiences = List.of(urls.at(Urls.TOKEN_V1), urls.issuer() + "/oauth/token", urls.issuer());
        return answer(request, audiences, false);
    }

    private Response answer(Request request, List<String> audiences, boolean withVerifier) {
        var form = request.form();
        checkShape(form);
        var code = form.get("code");
        var grant = grants.ofCode(code);
        checkRequest(form, grant);
        assertions.check(grant.client(), form.get("client_assertion"), audiences);
        if (withVerifier) {
            checkVerifier(form, grant);
        }
        return give(code, grant);
    }

    private void checkShape(Parameters form) {
        require("authorization_code".equals(form.get("grant_type")), new Refusal("unsupported_grant_type"));
        require(!form.get("code").isBlank(), new Refusal("invalid_grant"));
        require(ClientAssertions.TYPE.equals(form.get("client_assertion_type")), new Refusal("invalid_client"));
        require(!form.get("client_assertion").isBlank(), new Refusal("invalid_client"));
    }

    private static void checkRequest(Parameters form, Grant grant) {
        var clientId = form.get("client_id");
        require(
                clientId.isEmpty() || clientId.equals(grant.client().id()),
                new Refusal("invalid_request", "invalid_client_id"));
        require(
                form.get("redirect_uri").equals(grant.request().redirectUri()),
                new Refusal("invalid_request", "invalid_redirect_uri"));
    }

    private static void checkVerifier(Parameters form, Grant grant) {
        var challenge = grant.request().codeChallenge();
        require(
                challenge.isEmpty() || challenge.equals(Digests.sha256(form.get("code_verifier"))),
                new Refusal("invalid_grant"));
    }

    private static void require(boolean condition, Refusal refusal) {
        if (!condition) {
            throw refusal;
        }
    }

    private Response give(String code, Grant grant) {
        var accessToken = tokens.access(grant, Map.of());
        grants.use(code, accessToken);
        realm.issued(Issued.Kind.TOKENS, grant.client(), grant.proof().person().individualId());
        var body = new LinkedHashMap<String, Object>();
        body.put("id_token", tokens.identity(grant, accessToken));
        body.put("token_type", "Bearer");
        body.put("access_token", accessToken);
        body.put("expires_in", Grants.TOKEN_LIFETIME.toSeconds());
        return Response.json(200, body).notCached();
    }
}
