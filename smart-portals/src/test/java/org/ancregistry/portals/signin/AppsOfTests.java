package org.ancregistry.portals.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Apps of every kind that SMART App Launch knows, with their keys and the address where one of them keeps its own. */
final class AppsOfTests {

    static final String BACK = "http://localhost:9/back";
    static final String SECRET = "a secret of tests only";
    static final RSAKey BACKEND_KEY = rsa("backend");
    static final ECKey KEYED_KEY = ec("keyed");
    static final Set<String> SCOPES = Set.of(
            "openid",
            "fhirUser",
            "launch",
            "launch/patient",
            "online_access",
            "offline_access",
            "patient/*.rs",
            "user/Observation.rs");

    /** How often somebody read the keys at the address. */
    static final AtomicInteger READ = new AtomicInteger();

    private static volatile JWKSet atAddress = new JWKSet((JWK) KEYED_KEY.toPublicJWK());
    static final URI KEYS_ADDRESS = serve();

    private AppsOfTests() {}

    static void register(Apps apps) {
        add(apps, app("public-app", App.PUBLIC, null, null, null, List.of(BACK), SCOPES, false));
        var hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(SECRET);
        add(apps, app("secret-app", App.SECRET, hash, null, null, List.of(BACK), SCOPES, false));
        add(apps, app("keyed-app", App.KEY, null, null, KEYS_ADDRESS, List.of(BACK), SCOPES, false));
        var keys = new JWKSet((JWK) BACKEND_KEY.toPublicJWK()).toJSONObject();
        var system = Set.of("system/Patient.rs", "system/Observation.rs");
        add(apps, app("backend", App.KEY, null, keys, null, List.of(), system, false));
        add(apps, app("resource-server", App.SECRET, hash, null, null, List.of(BACK), SCOPES, true));
    }

    private static void add(Apps apps, App app) {
        if (apps.of(app.clientId()).isEmpty()) {
            apps.register(app, "Practitioner/test");
        }
    }

    private static App app(
            String id,
            String authentication,
            String secret,
            Map<String, Object> jwks,
            URI jwksUri,
            List<String> back,
            Set<String> scopes,
            boolean introspects) {
        var launch = back.isEmpty() ? null : URI.create("http://localhost:9/launch");
        return new App(
                id,
                "App " + id,
                authentication,
                secret,
                jwks,
                jwksUri,
                back,
                launch,
                scopes,
                false,
                introspects,
                false);
    }

    /** The app that keeps its keys at an address takes another. */
    static void changeKey(JWK key) {
        atAddress = new JWKSet(key.toPublicJWK());
    }

    private static URI serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                READ.incrementAndGet();
                var body = atAddress.toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
