package org.ancregistry.server.journeys;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.Fork;
import org.ancregistry.server.testing.RegistryProcess;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestEsignet;
import org.ancregistry.server.testing.TestPostgres;
import org.jspecify.annotations.Nullable;

/** Everything that a journey needs: a sandbox eSignet, a site to leave to, and a registry on PostgreSQL with units and staff. */
final class Stack implements AutoCloseable {

    private final Map<String, String> settings;
    private final TestEsignet esignet;
    private final Elsewhere elsewhere;
    private final RunningRegistry registry;
    private @Nullable RegistryProcess successor;

    private Stack(Map<String, String> settings, TestEsignet esignet, Elsewhere elsewhere) {
        this.settings = settings;
        this.esignet = esignet;
        this.elsewhere = elsewhere;
        this.registry = RunningRegistry.start(settings);
    }

    static Stack start() {
        var port = Fork.freePort();
        var url = "http://localhost:" + port;
        var esignet = TestEsignet.forRegistryAt(URI.create(url));
        var settings = new LinkedHashMap<>(RunningRegistry.postgres(TestPostgres.shared()));
        settings.putAll(esignet.settings());
        settings.put("server.port", Integer.toString(port));
        settings.put("anc.base-url", url);
        var elsewhere = Elsewhere.open();
        settings.put("anc.leave.to", elsewhere.address());
        var stack = new Stack(settings, esignet, elsewhere);
        DemoStaff.introduce(stack.registry, esignet);
        return stack;
    }

    String origin() {
        return registry.baseUrl().toString();
    }

    RunningRegistry registry() {
        return registry;
    }

    TestEsignet esignet() {
        return esignet;
    }

    /** The registry stops, and another process takes its place at the same address, with nothing but the database. */
    void restart() {
        registry.close();
        successor = RegistryProcess.start(settings).ready();
    }

    @Override
    public void close() {
        if (successor == null) {
            registry.close();
        } else {
            successor.close();
        }
        elsewhere.close();
        esignet.close();
    }
}
