package org.ancregistry.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Parameters;

/** A relying party as a test plays it, with the parameters that it sends open to change. */
final class RelyingParty {

    static final String CALLBACK = "http://127.0.0.1:9/callback";
    static final RSAKey KEY = newKey();

    private final EsignetSandbox sandbox;
    private final String clientId;
    private final RSAKey key;

    RelyingParty(EsignetSandbox sandbox, String clientId) {
        this(sandbox, clientId, KEY);
    }

    RelyingParty(EsignetSandbox sandbox, String clientId, RSAKey key) {
        this.sandbox = sandbox;
        this.clientId = clientId;
        this.key = key;
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SandboxClient portal() {
        return SandboxClient.of("anc-portal", "anc-registry", KEY, CALLBACK);
    }

    EsignetSandbox sandbox() {
        return sandbox;
    }

    String clientId() {
        return clientId;
    }

    /** A request that eSignet takes, to be changed by the test. */
    Map<String, String> request() {
        var request = new LinkedHashMap<String, String>();
        request.put("client_id", clientId);
        request.put("redirect_uri", CALLBACK);
        request.put("response_type", "code");
        request.put("scope", "openid");
        request.put("state", UUID.randomUUID().toString());
        request.put("nonce", UUID.randomUUID().toString());
        request.put(
                "claims",
                "{\"userinfo\":{\"name\":{\"essential\":true},\"birthdate\":{\"essential\":true},"
                        + "\"phone_number\":null,\"individual_id\":null}}");
        return request;
    }

    URI authorize(Map<String, String> request) {
        return URI.create(sandbox.host() + "/authorize?" + Parameters.encode(request));
    }

    /** What an address that somebody was sent back to carries. */
    static Parameters sentBack(URI address) {
        return Parameters.parse(address.getRawQuery());
    }

    /** A code for somebody who allows what is needed, and these claims. */
    String code(SandboxPerson who, String... allowed) {
        return code(request(), who, allowed);
    }

    String code(Map<String, String> request, SandboxPerson who, String... allowed) {
        var visitor = SandboxVisitor.at(authorize(request)).askForCode(who).enter(SandboxPeople.OTP);
        var back = visitor.isOnItsWayBack() ? visitor : visitor.allow(allowed);
        return sentBack(back.sentBackTo()).get("code");
    }

    /** Claims of an assertion that eSignet believes. */
    JWTClaimsSet.Builder assertion() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(sandbox.host() + Urls.TOKEN)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
    }

    String sign(JWTClaimsSet claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
    }

    String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The form of a token request that eSignet takes, to be changed by the test. */
    Map<String, String> exchange(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("client_id", clientId);
        form.put("client_assertion_type", ClientAssertions.TYPE);
        form.put("client_assertion", sign(assertion().build()));
        return form;
    }

    Answer token(Map<String, String> form) {
        return Web.post(sandbox.host() + Urls.TOKEN, form);
    }

    /** The tokens for a code, by name. */
    Map<String, Object> tokens(String code) {
        var answer = token(exchange(code));
        if (answer.status() != 200) {
            throw new AssertionError("No tokens: " + answer.body());
        }
        return Json.parse(answer.body());
    }

    Answer userinfo(String accessToken) {
        return Web.get(sandbox.host() + Urls.USERINFO, Map.of("Authorization", "Bearer " + accessToken));
    }
}
