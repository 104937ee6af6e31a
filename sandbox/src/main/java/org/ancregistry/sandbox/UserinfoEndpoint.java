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

    private final Realm realm;
    private final Grants grants;
    private final UserinfoClaims claims;

    UserinfoEndpoint(Realm realm, Grants grants) {
        this.realm = realm;
        this.grants = grants;
        claims = new UserinfoClaims(realm);
    }

    Response userinfo(Request request) {
        if (!"GET".equals(request.method())) {
            return refused(405, "Method Not Allowed");
        }
        if (!accepts(request.header("Accept"))) {
            return refused(406, "Not Acceptable");
        }
        try {
            return answer(grants.ofToken(token(request)));
        } catch (Refusal refusal) {
            return refused(401, refusal.code());
        }
    }

    private static boolean accepts(String accept) {
        return accept.isEmpty()
                || accept.contains("*/*")
                || accept.contains("application/*")
                || accept.contains("application/jwt");
    }

    private static String token(Request request) {
        var header = request.header("Authorization");
        if (!header.startsWith(BEARER)) {
            throw new Refusal("invalid_token");
        }
        return header.substring(BEARER.length());
    }

    /** The header names no scheme, although RFC 6750 wants one: eSignet writes it so. */
    private static Response refused(int status, String error) {
        return Response.empty(status).with("WWW-Authenticate", "error=\"" + error + "\"");
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
