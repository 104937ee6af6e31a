package org.ancregistry.portals.esignet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.ancregistry.domain.person.NationalIdHasher;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Providers for tests, bound from properties as an installation writes them. */
final class Providers {

    static final NationalIdHasher HASHER =
            new NationalIdHasher("a key of 32 bytes and more, for tests only".getBytes(StandardCharsets.UTF_8));
    static final URI CALLBACK = URI.create("http://localhost:8080/sign-in/callback");
    static final RSAKey CLIENT_KEY = rsa("client-key");
    private static final Path CLIENT_KEY_FILE = file("client", CLIENT_KEY);

    private Providers() {}

    static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path file(String name, RSAKey key) {
        try {
            var file = Files.createTempFile(name, ".jwk");
            file.toFile().deleteOnExit();
            return Files.writeString(file, key.toJSONString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> settings(CannedEsignet esignet) {
        var settings = new HashMap<String, String>();
        settings.put("issuer", "http://localhost:13000");
        settings.put("discovery", esignet.at(CannedEsignet.DISCOVERY).toString());
        settings.put("client.id", Recordings.CLIENT);
        settings.put("client.key-file", CLIENT_KEY_FILE.toString());
        settings.put("client.kid", "client-key");
        settings.put("userinfo.keys", "tls-only");
        return settings;
    }

    static EsignetProvider provider(Map<String, String> settings, Clock clock) {
        var prefixed = new HashMap<String, String>();
        settings.forEach((name, value) -> prefixed.put("p." + name, value));
        var bound = new Binder(new MapConfigurationPropertySource(prefixed)).bind("p", ProviderProperties.class);
        return new EsignetProvider("national-id", bound.get(), HASHER, clock);
    }

    static PendingSignIn pending(String nonce) {
        return new PendingSignIn("national-id", Purpose.IDENTITY_CHECK, CALLBACK, "state", nonce, "verifier");
    }

    static Return withCode() {
        return new Return("state", "the-code", null, null, null);
    }
}
