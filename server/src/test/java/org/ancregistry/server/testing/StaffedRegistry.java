package org.ancregistry.server.testing;

import java.net.URI;
import java.util.LinkedHashMap;

/**
 * A registry on PostgreSQL in which people can sign in: with a sandbox eSignet, and the demo's units and staff. Started
 * once for all tests of a run, which register apps and women of their own.
 *
 * @param registry the registry
 * @param esignet the sandbox that it trusts
 */
public record StaffedRegistry(RunningRegistry registry, TestEsignet esignet) {

    public static StaffedRegistry shared() {
        return Shared.INSTANCE;
    }

    private static StaffedRegistry start() {
        var port = Fork.freePort();
        var url = "http://localhost:" + port;
        var esignet = TestEsignet.forRegistryAt(URI.create(url));
        var settings = new LinkedHashMap<>(RunningRegistry.postgres(TestPostgres.shared()));
        settings.putAll(esignet.settings());
        settings.put("server.port", Integer.toString(port));
        settings.put("anc.base-url", url);
        var registry = RunningRegistry.start(settings);
        DemoStaff.introduce(registry, esignet);
        return new StaffedRegistry(registry, esignet);
    }

    /** Somebody at its pages. */
    public Visitor visitor() {
        return new Visitor(registry.baseUrl());
    }

    private static final class Shared {
        static final StaffedRegistry INSTANCE = start();
    }
}
