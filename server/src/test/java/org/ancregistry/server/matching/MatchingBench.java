package org.ancregistry.server.matching;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.MatchingParameters;
import org.ancregistry.server.testing.TestPostgres;

/**
 * {@code ./anc bench matching}: prints how well records of one woman are told from those of two, and how fast they are
 * found. {@code --data=FOLDER} names a folder with FEBRL's files and {@code mothers-20k}, which the project holds no copy
 * of; {@code --women=10000,100000} the sizes of the synthetic registries, {@code --lookups=2000} how often each is asked;
 * {@code --rebuild=100000} of how many records the index is made anew.
 */
public final class MatchingBench {

    private static final long SEED = 20_261_128;

    private final PrintStream out;
    private final Options options;

    private MatchingBench(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** What was asked for. */
    record Options(String data, List<Long> women, int lookups, long rebuild) {

        static Options of(String... words) {
            return new Options(
                    word(words, "--data=", ""),
                    Stream.of(word(words, "--women=", "10000").split(",", -1))
                            .filter(size -> !size.isEmpty())
                            .map(Long::parseLong)
                            .toList(),
                    Integer.parseInt(word(words, "--lookups=", "2000")),
                    Long.parseLong(word(words, "--rebuild=", "0")));
        }

        private static String word(String[] words, String begins, String otherwise) {
            return Arrays.stream(words)
                    .filter(word -> word.startsWith(begins))
                    .map(word -> word.substring(begins.length()))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    public static void main(String[] words) {
        var bench = new MatchingBench(Options.of(words), System.out);
        bench.accuracy();
        bench.speed();
        bench.rebuild();
        System.exit(0);
    }

    private void accuracy() {
        if (options.data().isEmpty()) {
            out.println("No --data=FOLDER: the files of records with known duplicates are not measured.");
            return;
        }
        out.println(Accuracy.HEAD);
        new SampleFiles(Path.of(options.data())).all().forEach(this::accuracy);
        questions(Path.of(options.data()));
    }

    private void questions(Path folder) {
        if (Files.exists(folder.resolve("mothers-20k/queries.csv"))) {
            var mothers = new SampleFiles(folder).mothers();
            out.println(new Questions(folder, mothers).answered(true));
            out.println(new Questions(folder, mothers.withoutNumbers()).answered(false));
        }
    }

    /** Australian records teach their own parameters; Sri Lankan ones are judged with those that are shipped. */
    private void accuracy(Sample sample) {
        var deduplication = new Deduplication(sample);
        var learned = deduplication.estimated();
        var australian = sample.name().startsWith("FEBRL");
        var parameters = australian ? learned.parameters() : MatchingParameters.shipped();
        var compared = deduplication.compared(learned.prior(), parameters);
        var judge = australian ? "ours, unsupervised" : "ours, shipped parameters";
        out.println(said(deduplication, judge + ", p >= .5", compared, one -> one.score() >= 0.5));
        out.println(said(deduplication, judge + ", p >= .99", compared, one -> one.score() >= 0.99));
        Rivals.of(deduplication).forEach(out::println);
    }

    private static Accuracy said(
            Deduplication deduplication,
            String judge,
            Map<Sample.Pair, Comparison> compared,
            Predicate<Comparison> same) {
        var said = compared.entrySet().stream()
                .filter(pair -> same.test(pair.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Accuracy(deduplication.sample(), judge, said, deduplication.candidateRecall());
    }

    private void rebuild() {
        if (options.rebuild() > 0) {
            try (var postgres = TestPostgres.durable()) {
                out.println(new Rebuild(SEED, options.rebuild()).measured(postgres));
            }
        }
    }

    private void speed() {
        if (options.women().isEmpty()) {
            return;
        }
        try (var postgres = TestPostgres.durable()) {
            out.println(LookUps.HEAD);
            options.women().forEach(size -> speed(postgres, size));
        }
    }

    private void speed(TestPostgres postgres, long size) {
        try (var registry = new SyntheticRegistry(postgres.newDatabase(), postgres.user(), SEED, size)) {
            var begun = Instant.now();
            registry.fill();
            var filled = Instant.now();
            LookUps.census(registry);
            var counted = Instant.now();
            var lookups = options.lookups();
            out.println(new LookUps(registry, true).measure(lookups, lookups / 5));
            out.println(new LookUps(registry, false).measure(lookups, lookups / 5));
            out.printf(
                    Locale.ROOT,
                    "          filled in %d s, names counted in %d s, %.1f keys a woman%n",
                    Duration.between(begun, filled).toSeconds(),
                    Duration.between(filled, counted).toSeconds(),
                    keysOfAWoman(registry));
        }
    }

    private static double keysOfAWoman(SyntheticRegistry registry) {
        var share = registry.jdbc()
                .queryForObject(
                        "select (select reltuples from pg_class where relname = 'match_key')"
                                + " / (select reltuples from pg_class where relname = 'match_person')",
                        Double.class);
        return share == null ? 0 : share;
    }
}
