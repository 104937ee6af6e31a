package org.ancregistry.server.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, started as in production, so that its memory and processor time are its own. */
final class MeasuredServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int READY = 200;

    private final String name;
    private final Process process;
    private final URI base;
    private final Duration timeToReady;

    private MeasuredServer(String name, Process process, URI base, Duration timeToReady) {
        this.name = name;
        this.process = process;
        this.base = base;
        this.timeToReady = timeToReady;
    }

    /**
     * How a server is started.
     *
     * @param name what the table calls it; also its log's name
     * @param main its main class
     * @param readyPath what answers 200 once it is ready
     * @param flags for its Java
     * @param settings its properties as arguments
     */
    record Recipe(String name, Class<?> main, String readyPath, List<String> flags, List<String> settings) {}

    /** Starts it and waits until it says it is ready. */
    static MeasuredServer start(Recipe recipe, int port, Path folder, HttpClient http) {
        var base = URI.create("http://localhost:" + port);
        try {
            Files.createDirectories(folder);
            var log = folder.resolve(recipe.name().replace(' ', '-') + ".log").toFile();
            var start = System.nanoTime();
            var process = launch(recipe, port, log);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitReady(process, base.resolve(recipe.readyPath()), http, log);
            return new MeasuredServer(recipe.name(), process, base, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Process launch(Recipe recipe, int port, File log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(recipe.flags());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), recipe.main().getName()));
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        command.addAll(recipe.settings());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static void awaitReady(Process process, URI ready, HttpClient http, File log) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(ready, http)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not start; see " + log);
            }
            pause();
        }
    }

    private static boolean isReady(URI ready, HttpClient http) {
        try {
            var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(30));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == READY;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String name() {
        return name;
    }

    /** The FHIR base. */
    String fhir() {
        return base + "/fhir";
    }

    URI base() {
        return base;
    }

    Duration timeToReady() {
        return timeToReady;
    }

    /** Processor time used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Megabytes of the machine's memory that it has now; 0 where the system does not say. */
    long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
