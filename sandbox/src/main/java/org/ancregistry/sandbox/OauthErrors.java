package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.http.Response;

/** How the endpoints of the OAuth family say no (RFC 6749 section 5.2, RFC 9449 section 7.1). */
final class OauthErrors {

    private static final String BAD_PROOF =
            "DPoP error=\"invalid_dpop_proof\", error_description=\"invalid_dpop_proof\", algs=\"ES256 PS256\"";

    private final DpopProofs proofs;

    OauthErrors(DpopProofs proofs) {
        this.proofs = proofs;
    }

    Response of(Refusal refusal) {
        return switch (refusal.code()) {
            case "invalid_dpop_proof" ->
                Response.json(400, body(refusal.code(), refusal.description()))
                        .notCached()
                        .with("Content-Type", "application/json;charset=UTF-8")
                        .with("WWW-Authenticate", BAD_PROOF);
            case "use_dpop_nonce" -> withNonce(of(400, refusal.code(), refusal.description()));
            default -> of(400, refusal.code(), refusal.description());
        };
    }

    Response of(int status, String error, String description) {
        return Response.json(status, body(error, description)).notStored();
    }

    /** Userinfo puts its refusals in the header alone, and names no scheme but for DPoP. */
    Response ofUserinfo(Refusal refusal) {
        return switch (refusal.code()) {
            case "invalid_dpop_proof" -> Response.empty(400).with("WWW-Authenticate", BAD_PROOF);
            case "use_dpop_nonce" ->
                withNonce(Response.empty(401).with("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\""));
            default -> ofUserinfo(401, refusal.code());
        };
    }

    Response ofUserinfo(int status, String error) {
        return Response.empty(status).with("WWW-Authenticate", "error=\"" + error + "\"");
    }

    private Response withNonce(Response response) {
        return response.with("DPoP-Nonce", proofs.newNonce())
                .with("Access-Control-Expose-Headers", "DPoP-Nonce, WWW-Authenticate");
    }

    private static Map<String, Object> body(String error, String description) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", error);
        body.put("error_description", description);
        return body;
    }
}
