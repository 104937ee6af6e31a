package org.ancregistry.server.journeys;

import java.net.URI;
import java.util.LinkedHashMap;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestEsignet;
import org.ancregistry.server.testing.TestPostgres;

/** Everything that a journey needs: a sandbox eSignet, and a registry on PostgreSQL with units and staff. */
record Stack(RunningRegistry registry, TestEsignet esignet) implements AutoCloseable {

    static Stack start() {
        var port = TestPostgres.freePort();
        var url = "http://localhost:" + port;
        var esignet = TestEsignet.forRegistryAt(URI.create(url));
        var settings = new LinkedHashMap<>(RunningRegistry.postgres(TestPostgres.shared()));
        settings.putAll(esignet.settings());
        settings.put("server.port", Integer.toString(port));
        settings.put("anc.base-url", url);
        var registry = RunningRegistry.start(settings);
        DemoStaff.introduce(registry, esignet);
        return new Stack(registry, esignet);
    }

    String at(String path) {
        return registry.baseUrl() + path;
    }

    @Override
    public void close() {
        registry.close();
        esignet.close();
    }
}
