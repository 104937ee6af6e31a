package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ancregistry.sandbox.http.Parameters;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Changes a code into tokens (RFC 6749 section 4.1.3) for a client that signs its request. */
final class TokenEndpoint {

    private final Realm realm;
    private final Grants grants;
    private final ClientAssertions assertions;
    private final DpopProofs proofs;
    private final Tokens tokens;

    TokenEndpoint(Realm realm, Desks desks) {
        this.realm = realm;
        grants = desks.grants();
        assertions = desks.assertions();
        proofs = desks.proofs();
        tokens = new Tokens(realm);
    }

    /** The endpoint that discovery names. */
    Response token(Request request) {
        var urls = realm.urls();
        return answer(request, Urls.TOKEN, List.of(urls.at(Urls.TOKEN), urls.issuer()));
    }

    /** The older endpoint, which eSignet still has: it never asks for a code verifier. */
    Response tokenV1(Request request) {
        var urls = realm.urls();
        var audiences = List.of(urls.at(Urls.TOKEN_V1), urls.issuer() + "/oauth/token", urls.issuer());
        return answer(request, Urls.TOKEN_V1, audiences);
    }

    private Response answer(Request request, String path, List<String> audiences) {
        var proof = proofs.of(request, realm.urls().at(path), "");
        var form = request.form();
        checkShape(form);
        var code = form.get("code");
        var grant = grants.ofCode(code);
        checkRequest(form, grant);
        assertions.check(grant.client(), form.get("client_assertion"), audiences);
        if (Urls.TOKEN.equals(path)) {
            checkVerifier(form, grant);
        }
        checkProof(proof, grant);
        return give(code, grant, proof.map(DpopProofs.Proof::thumbprint).orElse(""));
    }

    /** A proof is optional, unless the client is registered for it or announced its key. */
    private void checkProof(Optional<DpopProofs.Proof> proof, Grant grant) {
        var announced = grant.request().get("dpop_jkt");
        require(proof.isPresent() || !grant.client().extra().dpopBound(), new Refusal("invalid_request"));
        proof.ifPresent(proofs::checkNonce);
        require(
                announced.isEmpty()
                        || announced.equals(
                                proof.map(DpopProofs.Proof::thumbprint).orElse("")),
                new Refusal("invalid_request", "invalid_dpop_proof"));
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

    private Response give(String code, Grant grant, String thumbprint) {
        var accessToken = tokens.access(grant, thumbprint);
        grants.use(code, accessToken, thumbprint);
        realm.issued(Issued.Kind.TOKENS, grant.client(), grant.proof().person().individualId());
        var body = new LinkedHashMap<String, Object>();
        body.put("id_token", tokens.identity(grant, accessToken));
        body.put("token_type", thumbprint.isEmpty() ? "Bearer" : "DPoP");
        body.put("access_token", accessToken);
        body.put("expires_in", Grants.TOKEN_LIFETIME.toSeconds());
        return Response.json(200, body).notCached();
    }
}
