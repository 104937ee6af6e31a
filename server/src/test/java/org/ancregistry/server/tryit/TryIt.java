package org.ancregistry.server.tryit;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ancregistry.sandbox.SandboxSettings;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestEsignet;

/**
 * The whole thing to try out on one computer: a sandbox eSignet, the registry and a made-up health service, on the
 * loopback address. Options are Spring Boot's, such as {@code --server.port=8090} or
 * {@code --spring.datasource.url=jdbc:postgresql://…}, and {@code --sandbox.port=8091}; without them everything is kept
 * under {@code ./data}.
 */
final class TryIt {

    private static final Path DATA = Path.of("data");
    private static final String SANDBOX_PORT = "sandbox.port";
    private static final String PORT = "server.port";

    private final Map<String, String> options;
    private final int sandboxPort;
    private final URI registryUrl;

    private TryIt(Map<String, String> options) {
        this.sandboxPort = Integer.parseInt(Objects.requireNonNullElse(options.remove(SANDBOX_PORT), "8088"));
        this.options = options;
        this.registryUrl = URI.create("http://localhost:" + options.getOrDefault(PORT, "8080"));
    }

    public static void main(String[] arguments) {
        new TryIt(options(arguments)).run();
    }

    private void run() {
        requireFree(registryUrl.getPort(), PORT);
        requireFree(sandboxPort, SANDBOX_PORT);
        var behaviour =
                SandboxSettings.esignet18().onPort(sandboxPort).listingPeople().givingIndividualId();
        var esignet = TestEsignet.open(behaviour, registryUrl, DATA);
        var registry = RunningRegistry.start(settings(esignet));
        DemoStaff.introduce(registry, esignet);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var welcome = new Welcome(registryUrl, out);
        welcome.addresses(esignet.sandbox().host());
        var demo = new DemoData(registry);
        demo.fill(out);
        welcome.people(demo);
    }

    private static void requireFree(int port, String option) {
        if (!isFree(port)) {
            System.err.println("Port " + port + " is in use. Stop what uses it, or choose another: ./anc run --"
                    + option + "=" + (port + 10));
            System.exit(1);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private Map<String, String> settings(TestEsignet esignet) {
        var settings = new LinkedHashMap<>(esignet.settings());
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:file:./" + DATA.resolve("registry") + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000");
        settings.put("anc.national-id.key-file", DATA.resolve("national-id.key").toString());
        settings.put(
                "anc.authorization.signing-key", DATA.resolve("signing-key.jwk").toString());
        settings.put("anc.base-url", registryUrl.toString());
        settings.put(PORT, "8080");
        settings.put("logging.level.root", "error");
        settings.put("logging.level.org.ancregistry.server.health", "info");
        settings.putAll(options);
        return settings;
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            var pair = argument.replaceFirst("^--", "").split("=", 2);
            options.put(pair[0], pair.length == 2 ? pair[1] : "true");
        }
        return options;
    }
}
