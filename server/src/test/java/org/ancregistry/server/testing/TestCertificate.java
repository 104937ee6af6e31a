package org.ancregistry.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this computer that nobody signed, in a keystore of a kind that an installation would use. */
public record TestCertificate(Path keystore, Path trusted) {

    private static final String PASSWORD = "changeit";

    /** Made with the JDK's own keytool. */
    public static TestCertificate in(Path folder) {
        var keystore = folder.resolve("localhost.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD);
        try {
            var made = new ProcessBuilder(command).redirectErrorStream(true).start();
            made.getInputStream().readAllBytes();
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
            return new TestCertificate(keystore, trusting(keystore, folder.resolve("trusted.p12")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The certificate alone, in a store of those that are trusted. */
    private static Path trusting(Path keystore, Path trusted) throws IOException {
        try (var file = Files.newOutputStream(trusted)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "localhost",
                    KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray())
                            .getCertificate("localhost"));
            store.store(file, PASSWORD.toCharArray());
            return trusted;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the registry is told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "server.ssl.key-store",
                keystore.toString(),
                "server.ssl.key-store-password",
                PASSWORD,
                "server.ssl.key-store-type",
                "PKCS12");
    }

    /** What a virtual machine is told that has to trust it. */
    public List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + trusted.toAbsolutePath(),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** A client that trusts it and nobody else. */
    public HttpClient client() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(trusted.toFile(), PASSWORD.toCharArray()));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
