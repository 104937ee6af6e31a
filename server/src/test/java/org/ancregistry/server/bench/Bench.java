package org.ancregistry.server.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
            Evidence.prepare(stage.database(), "again", 0, stage.village().nextNumber());
            tellStart(stage);
            var rows = measure(stage, load);
            if (options.wants("indicators")) {
                out.println(new MillionPregnancies(stage, options.quick()).measured());
            }
            tellMemory(stage, load);
            return rows;
        }
    }

    private List<Row> measure(Stage stage, Load load) {
        var contests = new Contests(stage);
        var rows = new ArrayList<Row>();
        out.println(Row.HEAD);
        for (var name : List.of("read", "search", "match", "write", "summary", "register")) {
            if (options.wants(name)) {
                prepareEvidence(stage, load);
                contests.named(name).forEach(contest -> rows.addAll(told(contest.run(load, options.pace()))));
            }
        }
        return rows;
    }

    /** For those who are to be asked about next, whatever number the requests have reached. */
    private static void prepareEvidence(Stage stage, Load load) {
        Evidence.prepare(stage.database(), "evidence", load.nextNumber(), load.nextNumber() + EVIDENCE);
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
