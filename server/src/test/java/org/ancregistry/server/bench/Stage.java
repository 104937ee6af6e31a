package org.ancregistry.server.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.server.AncRegistry;
import org.ancregistry.server.bench.MeasuredServer.Recipe;
import org.ancregistry.server.testing.Fork;
import org.ancregistry.server.testing.TestPostgres;

/**
 * Three servers on three equal databases of one PostgreSQL: the registry, the registry's own HAPI without interceptors,
 * and HAPI as its starter sets it up.
 */
final class Stage implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();
    private static final String READY = "/actuator/health/readiness";

    private final Options options;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Tokens tokens;
    private final Database database;
    private final Village village;
    private final MeasuredServer registry;
    private final MeasuredServer bare;
    private final MeasuredServer plain;
    private final Visitor midwife;
    private final Visitor laboratory;

    private Stage(Options options, Tokens tokens, TestPostgres postgres) {
        this.options = options;
        this.tokens = tokens;
        this.database = Database.newOf(postgres);
        var bareCopy = Database.newOf(postgres);
        var plainCopy = Database.newOf(postgres);
        this.village = settle();
        database.tidy();
        database.copyOver(bareCopy, plainCopy);
        database.copyOver(plainCopy, bareCopy);
        this.registry = registry("registry");
        this.bare = ours("without interceptors", BareRegistry.class, bareCopy);
        this.plain = start("plain HAPI", PlainHapi.class, "/fhir/metadata", plainCopy.settings());
        this.midwife = midwife(registry);
        this.laboratory = new Visitor(http, registry, tokens.bearer(District.laboratory(), registry));
    }

    /** Fills the databases and starts the servers one after the other. */
    static Stage set(Options options, Tokens tokens, TestPostgres postgres) {
        return new Stage(options, tokens, postgres);
    }

    private Village settle() {
        try (var filling = registry("filling")) {
            return Village.settle(
                    options.pace(),
                    database,
                    new Visitor(http, filling, tokens.bearer(District.administrator(), filling)),
                    midwife(filling));
        }
    }

    private MeasuredServer registry(String name) {
        return ours(name, AncRegistry.class, database);
    }

    private MeasuredServer ours(String name, Class<?> main, Database on) {
        var settings = new ArrayList<>(on.settings());
        settings.add(tokens.setting());
        settings.add("--anc.national-id.key-file=" + FOLDER.resolve("national-id.key"));
        settings.add("--anc.authorization.signing-key=" + FOLDER.resolve("signing-key.jwk"));
        settings.add("--anc.audit.outbox=" + FOLDER.resolve("audit-outbox"));
        return start(name, main, READY, settings);
    }

    private MeasuredServer start(String name, Class<?> main, String readyPath, List<String> settings) {
        var port = Fork.freePort();
        var all = new ArrayList<>(settings);
        all.add("--anc.base-url=http://localhost:" + port);
        return MeasuredServer.start(new Recipe(name, main, readyPath, flags(name), all), port, FOLDER, http);
    }

    private List<String> flags(String name) {
        var flags = new ArrayList<>(List.of("-Xmx1g", "-Duser.timezone=UTC"));
        flags.addAll(options.pace().compiler());
        if (options.profile()) {
            flags.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + FOLDER.resolve(name.replace(' ', '-') + ".jfr"));
        }
        return flags;
    }

    HttpClient http() {
        return http;
    }

    Database database() {
        return database;
    }

    Village village() {
        return village;
    }

    /** Signed in once, as a client is: one token for all that she asks. */
    Visitor midwife() {
        return midwife;
    }

    /** A program that counts. */
    Visitor reports() {
        return new Visitor(http, registry, tokens.bearer(District.reports(), registry));
    }

    /** A program that writes what it found. */
    Visitor laboratory() {
        return laboratory;
    }

    private Visitor midwife(MeasuredServer server) {
        return new Visitor(http, server, tokens.bearer(District.midwife(), server));
    }

    /** Asks our own HAPI, at which nobody checks. */
    Visitor unchecked() {
        return new Visitor(http, bare, null);
    }

    /** Asks HAPI as its starter sets it up. */
    Visitor starter() {
        return new Visitor(http, plain, null);
    }

    List<MeasuredServer> servers() {
        return List.of(registry, bare, plain);
    }

    @Override
    public void close() {
        Stream.of(registry, bare, plain).forEach(MeasuredServer::close);
    }
}
