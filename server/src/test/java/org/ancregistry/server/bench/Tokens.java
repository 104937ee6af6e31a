package org.ancregistry.server.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.access.Caller;

/**
 * Signs people in without a browser: the measured registries read their own authorization server's keys here, so that
 * tokens cost them exactly what they cost in production.
 */
final class Tokens implements AutoCloseable {

    private static final int LIFE_SECONDS = 3600;

    private final RSAKey key;
    private final HttpServer keys;

    private Tokens(RSAKey key, HttpServer keys) {
        this.key = key;
        this.keys = keys;
    }

    static Tokens open() {
        try {
            var key = new RSAKeyGenerator(2048).keyID("bench").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, set.length);
                exchange.getResponseBody().write(set);
                exchange.close();
            });
            server.start();
            return new Tokens(key, server);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells a registry where to find the keys. */
    String setting() {
        return "--anc.access.keys=http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks";
    }

    /** An {@code Authorization} header of somebody who signed in at {@code server}, good for an hour. */
    String bearer(Caller caller, MeasuredServer server) {
        var now = Instant.now();
        return "Bearer "
                + sign(new JWTClaimsSet.Builder()
                        .issuer(server.base().toString())
                        .audience(server.fhir())
                        .subject(caller.id())
                        .jwtID(caller.tokenId())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS)))
                        .claim("client_id", caller.client())
                        .claim("scope", String.join(" ", caller.scopes()))
                        .claim("anc_role", caller.role().code())
                        .claim("anc_facility", caller.facility())
                        .claim("anc_areas", List.copyOf(caller.areas()))
                        .claim("purpose_of_use", caller.purpose().code())
                        .build());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        keys.stop(0);
    }
}
