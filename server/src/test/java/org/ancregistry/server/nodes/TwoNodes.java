package org.ancregistry.server.nodes;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.Fork;
import org.ancregistry.server.testing.RegistryProcess;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestEsignet;
import org.ancregistry.server.testing.TestPostgres;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Two registries, in a process each, on one PostgreSQL and under one address, in the middle of a change of the signing
 * key: the one signs with the old key and knows the new one, the other the other way round.
 */
final class TwoNodes implements AutoCloseable {

    static final String APP = "letters";
    static final String BACKEND = "reports";
    static final String SECRET = "a-secret-of-the-tests";
    static final String BACK = "http://localhost:9/back";
    static final RSAKey BACKEND_KEY = key("reports");

    final URI site;
    final URI one;
    final URI two;
    private final TestEsignet esignet;
    private final RunningRegistry first;
    private final RegistryProcess second;

    private TwoNodes(Path folder) {
        this.one = at(Fork.freePort());
        this.two = at(Fork.freePort());
        this.site = one;
        this.esignet = TestEsignet.forRegistryAt(site);
        var shared = new LinkedHashMap<>(RunningRegistry.postgres(TestPostgres.shared()));
        shared.putAll(esignet.settings());
        shared.put("anc.base-url", site.toString());
        shared.put("anc.apps.file", write(folder, "apps.json", apps()));
        var former = write(folder, "former.jwk", key("former").toJSONString());
        var next = write(folder, "next.jwk", key("next").toJSONString());
        this.first = RunningRegistry.start(node(shared, one, former, next));
        this.second = RegistryProcess.start(node(shared, two, next, former)).ready();
        DemoStaff.introduce(first, esignet);
    }

    static TwoNodes start(Path folder) {
        return new TwoNodes(folder);
    }

    private static URI at(int port) {
        return URI.create("http://localhost:" + port);
    }

    private static Map<String, String> node(Map<String, String> shared, URI address, String signing, String further) {
        var settings = new LinkedHashMap<>(shared);
        settings.put("server.port", Integer.toString(address.getPort()));
        settings.put("anc.access.keys", address + "/oauth2/jwks");
        settings.put("anc.authorization.internal-url", address.toString());
        settings.put("anc.registry.url", address + "/fhir");
        settings.put("anc.authorization.signing-key", signing);
        settings.put("anc.authorization.further-keys", further);
        return settings;
    }

    private static String apps() {
        return """
                [{"clientId": "%s", "name": "Letters", "authentication": "client_secret_basic", "trusted": true,
                  "secret": "{bcrypt}%s", "redirectUris": ["%s"],
                  "scopes": ["openid", "fhirUser", "offline_access", "online_access", "user/Organization.rs"]},
                 {"clientId": "%s", "name": "Reports", "authentication": "private_key_jwt", "jwks": %s,
                  "scopes": ["system/Organization.rs"]}]
                """.formatted(
                        APP,
                        new BCryptPasswordEncoder(4).encode(SECRET),
                        BACK,
                        BACKEND,
                        new JWKSet(BACKEND_KEY).toPublicJWKSet());
    }

    private static String write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        second.close();
        first.close();
        esignet.close();
    }
}
