package org.ancregistry.server.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.server.testing.TestPostgres;

/** {@code ./anc bench}: prints how the registry stands beside plain HAPI; docs/performance.md explains the figures. */
public final class Bench {

    private static final int EVIDENCE = 40_000;

    private final Options options;
    private final PrintStream out;

    Bench(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Fails only when something could not be measured: a goal that is missed is told, not punished. */
    public static void main(String[] args) {
        var bench = new Bench(Options.of(args), System.out);
        try (var postgres = TestPostgres.durable()) {
            var failed = bench.run(postgres).stream()
                    .anyMatch(row -> !row.tally().errors().isEmpty());
            System.exit(failed ? 1 : 0);
        }
    }

    /** Measures and prints, and gives the rows of the table. */
    List<Row> run(TestPostgres postgres) {
        out.println(Machine.now());
        out.println("Filling the databases and starting three servers …");
        try (var tokens = Tokens.open();
                var stage = Stage.set(options, tokens, postgres);
                var load = new Load(stage.http(), stage.village().nextNumber())) {
            prepareEvidence(stage.database(), stage.village().nextNumber());
            tellStart(stage);
            var rows = measure(stage, load);
            if (options.wants("indicators")) {
                out.println(new MillionPregnancies(stage, options.quick()).measured());
            }
            tellMemory(stage, load);
            return rows;
        }
    }

    /** For those who are to be registered, and once more for those who are, who come back with their card. */
    private static void prepareEvidence(Database database, long nextNumber) {
        Evidence.prepare(database, "evidence", nextNumber, nextNumber + EVIDENCE);
        Evidence.prepare(database, "again", 0, nextNumber);
    }

    private List<Row> measure(Stage stage, Load load) {
        var contests = new Contests(stage);
        var rows = new ArrayList<Row>();
        out.println(Row.HEAD);
        Stream.of("read", "search", "match", "summary", "register")
                .filter(options::wants)
                .flatMap(name -> contests.named(name).stream())
                .forEach(contest -> rows.addAll(told(contest.run(load, options.pace()))));
        return rows;
    }

    private List<Row> told(List<Row> rows) {
        rows.forEach(out::println);
        rows.stream()
                .flatMap(row -> row.tally().errors().stream().limit(1))
                .forEach(error -> out.println("ERROR " + error));
        return rows;
    }

    private void tellStart(Stage stage) {
        for (var server : stage.servers()) {
            out.printf(
                    "%-22s ready after %.1f s (%.1f s of processor), %d MB resident%n",
                    server.name(),
                    server.timeToReady().toMillis() / 1000.0,
                    server.cpu().toMillis() / 1000.0,
                    server.residentMegabytes());
        }
    }

    private void tellMemory(Stage stage, Load load) {
        for (var server : stage.servers()) {
            out.printf(
                    "%-22s %d MB resident after %d requests%n",
                    server.name(), server.residentMegabytes(), load.askedOf(server));
        }
        out.println(Machine.now());
    }
}
