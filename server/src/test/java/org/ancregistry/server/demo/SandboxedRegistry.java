package org.ancregistry.server.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.sandbox.EsignetSandbox;
import org.ancregistry.sandbox.SandboxClient;
import org.ancregistry.sandbox.SandboxSettings;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A registry and a sandbox eSignet that know each other, with the fictitious district's units and staff. */
public final class SandboxedRegistry implements AutoCloseable {

    /** Under which id the sandbox is configured. */
    public static final String PROVIDER = "sandbox";

    static final String RELYING_PARTY = "anc-registry";

    private final EsignetSandbox esignet;
    private final RunningRegistry registry;

    private SandboxedRegistry(EsignetSandbox esignet, RunningRegistry registry) {
        this.esignet = esignet;
        this.registry = registry;
    }

    /** Where a sandboxed registry stands and keeps its keys. */
    public record Place(int port, int esignetPort, Path keys) {

        /** Free ports, for a test. */
        public static Place ofTest() {
            return new Place(TestPostgres.freePort(), 0, Path.of("target/test-keys"));
        }
    }

    /** One on PostgreSQL, for tests of the whole. */
    public static SandboxedRegistry onPostgres() {
        return start(Place.ofTest(), SandboxSettings.esignet18(), RunningRegistry.postgres(TestPostgres.shared()));
    }

    /**
     * Starts both.
     *
     * @param properties where the database is, and whatever else is to be different
     */
    public static SandboxedRegistry start(Place place, SandboxSettings settings, Map<String, String> properties) {
        var base = "http://localhost:" + place.port();
        var signIn = key(place.keys().resolve("esignet-sign-in.jwk"));
        var verify = key(place.keys().resolve("esignet-verify.jwk"));
        var esignet = EsignetSandbox.open(settings.onPort(place.esignetPort())
                .withClient(SandboxClient.of("anc-sign-in", RELYING_PARTY, signIn, base + "/sign-in/callback")
                        .named("ANC Registry"))
                .withClient(SandboxClient.of("anc-verify", RELYING_PARTY, verify, base + "/identity-checks/callback")
                        .named("ANC Registry: who is the mother")));
        var all = new LinkedHashMap<>(properties);
        all.put("server.port", Integer.toString(place.port()));
        all.put("anc.base-url", base);
        all.putAll(provider(esignet, place.keys()));
        all.put(
                "anc.authorization.signing-key",
                place.keys().resolve("signing-key.jwk").toString());
        all.put(
                "anc.national-id.key-file",
                place.keys().resolve("national-id.key").toString());
        var sandboxed = new SandboxedRegistry(esignet, RunningRegistry.start(all));
        sandboxed.seed();
        return sandboxed;
    }

    private static Map<String, String> provider(EsignetSandbox esignet, Path keys) {
        var provider = "anc.esignet.providers." + PROVIDER + ".";
        return Map.of(
                provider + "name.en",
                "national ID (sandbox)",
                provider + "issuer",
                esignet.issuer().toString(),
                provider + "client.id",
                "anc-sign-in",
                provider + "client.key-file",
                keys.resolve("esignet-sign-in.jwk").toString(),
                provider + "verify-client.id",
                "anc-verify",
                provider + "verify-client.key-file",
                keys.resolve("esignet-verify.jwk").toString(),
                provider + "userinfo.keys",
                "extra-jwks",
                provider + "userinfo.jwks",
                esignet.userinfoKeys().toString());
    }

    /** Units and staff by the bundle, as an installation loads its own; then each of the staff linked. */
    private void seed() {
        var administrator = TestTokens.caller("Practitioner/console", Role.ADMINISTRATOR, null);
        registry.client(administrator).transaction().withBundle(units()).execute();
        var people = registry.bean(LinkedPeople.class);
        new TransactionTemplate(registry.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> DemoStaff.all().forEach(member -> member.link(people)));
    }

    private Bundle units() {
        try (var file = SandboxedRegistry.class.getResourceAsStream("/demo/units-and-staff.json")) {
            return registry.client().getFhirContext().newJsonParser().parseResource(Bundle.class, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of that file, made at the first start and kept, so that a restarted sandbox knows the registry again. */
    private static RSAKey key(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, new RSAKeyGenerator(2048).generate().toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The key file " + file + " holds no key.", e);
        }
    }

    public EsignetSandbox esignet() {
        return esignet;
    }

    public RunningRegistry registry() {
        return registry;
    }

    /** The address of a path of the portals. */
    public String at(String path) {
        return registry.baseUrl() + path;
    }

    @Override
    public void close() {
        registry.close();
        esignet.close();
    }
}
