package org.ancregistry.portals.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ancregistry.sandbox.EsignetSandbox;
import org.ancregistry.sandbox.SandboxClient;
import org.ancregistry.sandbox.SandboxSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One sandbox eSignet of each kind, and portals that know them all. */
final class PortalsStack {

    static final int PORT = freePort();
    static final URI SITE = URI.create("http://localhost:" + PORT);
    static final EsignetSandbox ESIGNET =
            EsignetSandbox.open(SandboxSettings.esignet18().givingIndividualId());
    static final EsignetSandbox ESIGNET_17 = EsignetSandbox.open(SandboxSettings.esignet17());
    static final EsignetSandbox ESIGNET_15 = EsignetSandbox.open(SandboxSettings.esignet15());
    static final String REGISTRAR = "registrar";
    private static final RSAKey ENCRYPTION = key("encryption");

    private PortalsStack() {}

    static void settings(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("anc.base-url", SITE::toString);
        properties.add("anc.authorization.signing-key", () -> folder().resolve("signing-key.jwk"));
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:portals-" + PORT + ";DB_CLOSE_DELAY=-1");
        properties.add("spring.session.jdbc.initialize-schema", () -> "never");
        properties.add("anc.apps.file", PortalsStack::appsFile);
        provider(properties, "national-id", ESIGNET);
        properties.add("anc.esignet.providers.national-id.id-token-algorithms", () -> "PS256");
        provider(properties, "esignet17", ESIGNET_17);
        provider(properties, "esignet15", ESIGNET_15);
        properties.add("anc.esignet.providers.esignet15.id-token-algorithms", () -> "RS256");
        sealing(properties);
    }

    private static void provider(DynamicPropertyRegistry properties, String id, EsignetSandbox sandbox) {
        var prefix = "anc.esignet.providers." + id + ".";
        properties.add(prefix + "issuer", () -> sandbox.issuer().toString());
        properties.add(prefix + "userinfo.keys", () -> "extra-jwks");
        properties.add(prefix + "userinfo.jwks", () -> sandbox.userinfoKeys().toString());
        client(properties, prefix + "client.", sandbox, "anc-sign-in-" + id, "/sign-in/callback");
        client(properties, prefix + "verify-client.", sandbox, "anc-verify-" + id, "/identity-checks/callback");
    }

    private static void client(
            DynamicPropertyRegistry properties, String prefix, EsignetSandbox sandbox, String id, String callback) {
        var key = key(id);
        sandbox.register(SandboxClient.of(id, "anc-registry", key, SITE + callback)
                .withAcrs("mosip:idp:acr:generated-code", "mosip:idp:acr:password"));
        properties.add(prefix + "id", () -> id);
        properties.add(prefix + "kid", key::getKeyID);
        properties.add(prefix + "key-file", () -> file(key));
    }

    /** A provider whose userinfo is encrypted to us. */
    private static void sealing(DynamicPropertyRegistry properties) {
        var prefix = "anc.esignet.providers.sealing.";
        properties.add(prefix + "issuer", () -> ESIGNET.issuer().toString());
        properties.add(prefix + "userinfo.keys", () -> "extra-jwks");
        properties.add(prefix + "userinfo.jwks", () -> ESIGNET.userinfoKeys().toString());
        properties.add(prefix + "userinfo.decryption-key", () -> file(ENCRYPTION));
        var key = key("anc-sealing");
        ESIGNET.register(SandboxClient.of("anc-sealing", "anc-registry", key, SITE + "/identity-checks/callback")
                .withEncryptedUserinfo(ENCRYPTION));
        properties.add(prefix + "client.id", () -> "anc-sealing");
        properties.add(prefix + "client.kid", key::getKeyID);
        properties.add(prefix + "client.key-file", () -> file(key));
    }

    /** The one app of the file: all others are registered while the portals run. */
    private static Path appsFile() {
        var hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(AppsOfTests.SECRET);
        try {
            return Files.writeString(folder().resolve("apps.json"), """
                    [{"clientId": "%s", "name": "Registrar", "authentication": "client_secret_basic", "secret": "%s",
                      "scopes": ["system/Organization.rs"], "registersApps": true}]
                    """.formatted(REGISTRAR, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(RSAKey key) {
        try {
            return Files.writeString(folder().resolve(key.getKeyID() + ".jwk"), key.toJSONString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "portals-it-" + PORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
