package org.ancregistry.interceptors.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer with real keys and a real key set over HTTP on loopback, which can rotate its keys and fall silent. */
final class TestIssuer implements AutoCloseable {

    static final String FHIR_BASE = "http://localhost:8080/fhir";
    private static final RSAKey KEY_1 = newKey("key-1");

    static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final HttpServer server;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile RSAKey key = KEY_1;
    private volatile boolean silent;

    private TestIssuer(HttpServer server) {
        this.server = server;
        server.createContext("/jwks", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    static TestIssuer open() {
        try {
            return new TestIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        reads.incrementAndGet();
        var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(silent ? 503 : 200, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    String name() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    URI jwks() {
        return URI.create(name() + "/jwks");
    }

    int reads() {
        return reads.get();
    }

    RSAKey key() {
        return key;
    }

    void rotateTo(RSAKey next) {
        key = next;
    }

    void fallSilent() {
        silent = true;
    }

    void speakAgain() {
        silent = false;
    }

    /** What our own authorization server says about midwife Kumari. */
    JWTClaimsSet.Builder kumari() {
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .audience(FHIR_BASE)
                .subject("Practitioner/12")
                .jwtID("token-1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(600)))
                .claim("client_id", "anc-portals")
                .claim("scope", "openid user/*.cruds")
                .claim("anc_role", "midwife")
                .claim("anc_facility", "Organization/moh-1")
                .claim("anc_areas", List.of("Organization/phm-1"))
                .claim("purpose_of_use", "TREAT");
    }

    /** What an eSignet 1.8 says, as recorded. */
    JWTClaimsSet.Builder esignet() {
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .audience("anc-app")
                .subject("1zz-6vRchx8UqJL1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(3600)))
                .claim("azp", "anc-app")
                .claim("client_id", "anc-app");
    }

    String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(accessToken(), change.apply(kumari()).build());
    }

    JWSHeader.Builder accessToken() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    JWSHeader.Builder esignetHeader() {
        return new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(key.getKeyID());
    }

    String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
        return sign(header, claims, key);
    }

    static String sign(JWSHeader.Builder header, JWTClaimsSet claims, RSAKey with) {
        try {
            var jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new RSASSASigner(with));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(name)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
