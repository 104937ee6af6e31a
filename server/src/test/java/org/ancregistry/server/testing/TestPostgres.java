package org.ancregistry.server.testing;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The machine's own PostgreSQL, started for the tests on a free port with a data folder of its own.
 *
 * <p>One is shared by all tests of a run; each asks it for a {@link #newDatabase() database} of its own. It is stopped
 * when the JVM ends.
 */
public final class TestPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "anc";

    private final Path data;
    private final int port;
    private final Process process;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** The one that all tests of this run share. It forgets what it has not written down if the machine loses power. */
    public static TestPostgres shared() {
        return Shared.INSTANCE;
    }

    /** One that keeps what it has confirmed, for tests that kill things. Close it. */
    public static TestPostgres durable() {
        return start("-c", "fsync=on");
    }

    private static TestPostgres start(String... options) {
        try {
            var data = newFolder();
            run(asPostgres(
                    "initdb", "-D", data.toString(), "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"));
            var port = Fork.freePort();
            var command = asPostgres("postgres", "-D", data.toString(), "-p", String.valueOf(port));
            command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
            command.addAll(List.of("-c", "max_connections=200", "-c", "log_min_messages=fatal"));
            command.addAll(Arrays.asList(options));
            var postgres = new TestPostgres(data, port, launch(command));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            postgres.awaitConnections();
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of a new, empty database; the user is {@link #user()} and needs no password. */
    public String newDatabase() {
        var name = "anc" + databases.incrementAndGet();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String user() {
        return USER;
    }

    @Override
    public void close() {
        stop();
        delete(data);
    }

    /** Takes the database away while others still use it; what it holds stays on the disk until {@link #close()}. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, "");
    }

    private void awaitConnections() {
        var end = Instant.now().plus(PATIENCE);
        while (!accepts()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IllegalStateException("PostgreSQL did not start; see " + data);
            }
            Thread.onSpinWait();
        }
    }

    private boolean accepts() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** PostgreSQL refuses to run as root, so root hands the command to the user that Debian made for it. */
    private static List<String> asPostgres(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        command.add(binary(program));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String binary(String program) {
        return Stream.concat(debianFolders(), pathFolders())
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is missing: apt-get install postgresql"));
    }

    private static Stream<Path> debianFolders() {
        var versions = Path.of("/usr/lib/postgresql").toFile().listFiles();
        return versions == null
                ? Stream.empty()
                : Arrays.stream(versions)
                        .sorted(Comparator.comparingInt((File version) -> Integer.parseInt(version.getName()))
                                .reversed())
                        .map(version -> version.toPath().resolve("bin"));
    }

    private static Stream<Path> pathFolders() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    }

    /** Under target/, unless the user postgres could not walk there. */
    private static Path newFolder() throws IOException {
        var target = Path.of("target").toAbsolutePath();
        var folder = isRoot() && !isOpenToOthers(target)
                ? Files.createTempDirectory("anc-postgres")
                : Files.createTempDirectory(Files.createDirectories(target), "postgres");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        return folder;
    }

    private static boolean isOpenToOthers(Path folder) throws IOException {
        for (var part = folder; part != null; part = part.getParent()) {
            if (Files.exists(part) && !Files.getPosixFilePermissions(part).contains(OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static void run(List<String> command) throws IOException {
        var process = launch(command);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process launch(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .directory(new File("/"))
                .start();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static final class Shared {
        static final TestPostgres INSTANCE = start("-c", "fsync=off", "-c", "full_page_writes=off");
    }
}
