package org.ancregistry.server.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.sandbox.EsignetSandbox;
import org.ancregistry.sandbox.SandboxClient;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxSettings;

/**
 * A sandbox eSignet that knows a registry as its relying party, with one client for signing in and one for proving who a
 * mother is, each with a key of its own.
 */
public final class TestEsignet implements AutoCloseable {

    /** The provider's id in the registry. */
    public static final String PROVIDER = "sandbox";

    private static final String RELYING_PARTY = "anc-registry";
    private static final String SETTING = "anc.esignet.providers." + PROVIDER + ".";

    private final EsignetSandbox sandbox;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private TestEsignet(EsignetSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** On any free port, for the registry that will be at {@code registry}. */
    public static TestEsignet forRegistryAt(URI registry) {
        return open(SandboxSettings.esignet18().givingIndividualId(), registry, Path.of(Fork.path("test-keys")));
    }

    /** As {@code behaviour} says; the clients' keys are kept in {@code folder}. */
    public static TestEsignet open(SandboxSettings behaviour, URI registry, Path folder) {
        var esignet = new TestEsignet(EsignetSandbox.open(behaviour));
        esignet.settings.put(SETTING + "name.en", "National ID (sandbox)");
        esignet.settings.put(SETTING + "issuer", esignet.sandbox.issuer().toString());
        esignet.settings.put(SETTING + "userinfo.keys", "extra-jwks");
        esignet.settings.put(
                SETTING + "userinfo.jwks", esignet.sandbox.userinfoKeys().toString());
        esignet.register("client", "anc-sign-in", registry + "/sign-in/callback", folder);
        esignet.register("verify-client", "anc-verify", registry + "/identity-checks/callback", folder);
        return esignet;
    }

    /** What the registry must be told about it. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** As whom the registry knows {@code person}. */
    public Subject subject(SandboxPerson person) {
        return new Subject(PROVIDER, person.subjectFor(RELYING_PARTY));
    }

    public EsignetSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private void register(String setting, String id, String redirect, Path folder) {
        var file = folder.resolve(id + ".jwk");
        sandbox.register(SandboxClient.of(id, RELYING_PARTY, keyIn(file), redirect));
        settings.put(SETTING + setting + ".id", id);
        settings.put(SETTING + setting + ".kid", id);
        settings.put(SETTING + setting + ".key-file", file.toString());
    }

    private static RSAKey keyIn(Path file) {
        try {
            var key = new RSAKeyGenerator(2048)
                    .keyID(file.getFileName().toString().replace(".jwk", ""))
                    .generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
