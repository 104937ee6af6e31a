package org.ancregistry.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ancregistry.server.AncRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The registry in a process of its own, which can be killed as the machine's power cut would. */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final String baseUrl;
    private final Path output;

    private RegistryProcess(Process process, String baseUrl, Path output) {
        this.process = process;
        this.baseUrl = baseUrl;
        this.output = output;
    }

    /** What runs in the other process: the product, and the issuer of the tests' tokens. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(AncRegistry.class, TestTokens.class).run(arguments);
    }

    public static RegistryProcess start(Map<String, String> database) {
        return start(database, List.of());
    }

    /** The same with options of the virtual machine, as an operator would give them. */
    public static RegistryProcess start(Map<String, String> database, List<String> options) {
        var settings = RunningRegistry.settings(database);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m"));
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx768m", "-cp", System.getProperty("java.class.path")));
        command.add(RegistryProcess.class.getName());
        command.addAll(List.of(RunningRegistry.arguments(settings)));
        try {
            var output = Files.createTempFile(Path.of("target"), "registry", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(TestTokens.environment());
            var started = new RegistryProcess(builder.start(), address(settings), output);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String address(Map<String, String> settings) {
        var scheme = settings.containsKey("server.ssl.key-store") ? "https" : "http";
        return scheme + "://localhost:" + settings.get("server.port");
    }

    public String fhirBase() {
        return baseUrl + "/fhir";
    }

    /** Waits until it answers; it says itself when it is ready. */
    public RegistryProcess ready() {
        return ready(CLIENT);
    }

    /** The same for a client that trusts its certificate. */
    public RegistryProcess ready(HttpClient client) {
        var end = Instant.now().plus(PATIENCE);
        while (!isReady(client)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("The registry did not start; see " + output);
            }
            Thread.onSpinWait();
        }
        return this;
    }

    private boolean isReady(HttpClient client) {
        var health = HttpRequest.newBuilder(URI.create(baseUrl + "/actuator/health/liveness"));
        try {
            return client.send(health.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As {@code kill -9}: nothing is finished, closed or told to anybody. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As a service manager does: it is told to stop (SIGTERM) and left to do it. */
    public void tellToStop() {
        process.destroy();
    }

    /** Whether somebody new would be let in. */
    public boolean letsIn() {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(baseUrl).getPort())) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    /** Whether it is gone by itself before {@code patience} is over. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
