package org.ancregistry.sandbox;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Tells what a person let pass, signed by the ID system's key, which is not among eSignet's own. */
final class UserinfoEndpoint {

    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    private final Realm realm;
    private final Grants grants;
    private final DpopProofs proofs;
    private final UserinfoClaims claims;
    private final OauthErrors errors;

    UserinfoEndpoint(Realm realm, Desks desks) {
        this.realm = realm;
        grants = desks.grants();
        proofs = desks.proofs();
        claims = new UserinfoClaims(realm);
        errors = new OauthErrors(proofs);
    }

    Response userinfo(Request request) {
        if (!"GET".equals(request.method())) {
            return errors.ofUserinfo(405, "Method Not Allowed");
        }
        if (!accepts(request.header("Accept"))) {
            return errors.ofUserinfo(406, "Not Acceptable");
        }
        try {
            return answer(access(request).grant());
        } catch (Refusal refusal) {
            return errors.ofUserinfo(refusal);
        }
    }

    private static boolean accepts(String accept) {
        return accept.isEmpty()
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.contains("application/jwt");
    }

    /** A token that is bound to a key needs its scheme and a proof; a bearer token needs its own. */
    private Grants.Access access(Request request) {
        var header = request.header("Authorization");
        var scheme = header.startsWith(DPOP) ? DPOP : BEARER;
        if (!header.startsWith(scheme)) {
            throw new Refusal("invalid_token");
        }
        var token = header.substring(scheme.length());
        var access = grants.ofToken(token);
        if (DPOP.equals(scheme) == access.boundTo().isEmpty()) {
            throw new Refusal("invalid_token");
        }
        if (DPOP.equals(scheme)) {
            checkProof(request, token, access);
        }
        return access;
    }

    private void checkProof(Request request, String token, Grants.Access access) {
        var proof = proofs.of(request, realm.urls().at(Urls.USERINFO), token).orElseThrow(DpopProofs::refusal);
        proofs.checkNonce(proof);
        if (!proof.thumbprint().equals(access.boundTo())) {
            throw new Refusal("invalid_token");
        }
    }

    private Response answer(Grant grant) {
        var signed = realm.userinfoKeys().sign(JWSAlgorithm.RS256, claims.of(grant));
        var extra = grant.client().extra();
        var body = extra.encryptedUserinfo() ? encrypted(signed, grant.client()) : signed;
        realm.issued(
                Issued.Kind.USERINFO, grant.client(), grant.proof().person().individualId());
        return Response.text("application/jwt;charset=UTF-8", body);
    }

    private static String encrypted(String signed, SandboxClient client) {
        var key = client.extra().encryptionKey();
        if (key == null) {
            throw new Refusal("unknown_error");
        }
        return encrypted(signed, key);
    }

    private static String encrypted(String signed, RSAKey key) {
        var header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .contentType("JWT")
                .type(JOSEObjectType.JWT)
                .keyID(Digests.sha256("encryption to " + key.getModulus()))
                .build();
        try {
            var encrypted = new JWEObject(header, new Payload(signed));
            encrypted.encrypt(new RSAEncrypter(key));
            return encrypted.serialize();
        } catch (JOSEException unusable) {
            throw new Refusal("unknown_error");
        }
    }
}
