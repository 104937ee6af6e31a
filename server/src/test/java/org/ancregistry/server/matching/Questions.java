package org.ancregistry.server.matching;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.MatchPerson;
import org.ancregistry.domain.matching.MatchingParameters;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.server.matching.Sample.Labelled;

/**
 * The look-ups of {@code mothers-20k}, whose author knew nothing of this project's generator: women who proved who they
 * are, half of them on record. Judged as the registry judges, as if it had a million records.
 */
final class Questions {

    private static final int MOST_OF_A_KEY = 20;
    private static final long WOMEN = 1_000_000;

    private final Path folder;
    private final Deduplication records;
    private final FellegiSunterScorer scorer;
    private final Map<Long, Set<Integer>> index = new HashMap<>();

    Questions(Path folder, Sample sample) {
        this.folder = folder.resolve("mothers-20k");
        this.records = new Deduplication(sample);
        this.scorer = new FellegiSunterScorer(Prior.among(WOMEN), MatchingParameters.shipped(), records.statistics());
        IntStream.range(0, records.people().size())
                .forEach(place -> BlockingKeys.of(records.people().get(place))
                        .all()
                        .forEach(key -> index.computeIfAbsent(key, none -> new LinkedHashSet<>())
                                .add(place)));
    }

    private record Answer(Set<String> hers, boolean shares, Optional<String> first, MatchGrade grade) {

        boolean registered() {
            return !hers.isEmpty();
        }

        boolean right() {
            return first.filter(hers::contains).isPresent();
        }

        boolean atLeast(MatchGrade least) {
            return first.isPresent() && grade.compareTo(least) <= 0;
        }
    }

    /** A line in words. */
    String answered(boolean withNumbers) {
        var truth = SampleFiles.rows(folder.resolve("queries_truth.csv")).stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("query_id", ""),
                        row -> Arrays.stream(row.getOrDefault("rec_ids", "").split("[ ;|]+"))
                                .filter(id -> !id.isEmpty())
                                .collect(Collectors.toSet())));
        var answers = SampleFiles.rows(folder.resolve("queries.csv")).stream()
                .map(SampleFiles::mother)
                .map(asked -> ask(asked, withNumbers, truth.getOrDefault(asked.id(), Set.of())))
                .toList();
        return line(withNumbers, answers);
    }

    private Answer ask(Labelled asked, boolean withNumbers, Set<String> hers) {
        var said = withNumbers ? asked.said() : asked.said().with(null);
        var woman = MatchPerson.of(said, asked.area(), records.statistics());
        var places = sharing(BlockingKeys.of(woman));
        var shares = places.stream().anyMatch(place -> hers.contains(id(place)));
        record Found(String id, Comparison comparison) {}
        var best = places.stream()
                .map(place -> new Found(
                        id(place), scorer.compare(woman, records.people().get(place))))
                .filter(found -> found.comparison.grade() != MatchGrade.CERTAINLY_NOT)
                .max(Comparator.comparingDouble(found -> found.comparison.score()));
        var grade = best.map(found -> found.comparison.grade()).orElse(MatchGrade.CERTAINLY_NOT);
        return new Answer(hers, shares, best.map(Found::id), grade);
    }

    private String id(int place) {
        return records.sample().records().get(place).id();
    }

    private Set<Integer> sharing(BlockingKeys keys) {
        return keys.all().stream()
                .map(key -> Map.entry(key, index.getOrDefault(key, Set.of())))
                .filter(found -> keys.births().contains(found.getKey())
                        || found.getValue().size() <= MOST_OF_A_KEY)
                .flatMap(found -> found.getValue().stream())
                .collect(Collectors.toSet());
    }

    private static String line(boolean withNumbers, List<Answer> answers) {
        var there = answers.stream().filter(Answer::registered).toList();
        var probable = answers.stream()
                .filter(answer -> answer.atLeast(MatchGrade.PROBABLE))
                .toList();
        var certain = answers.stream()
                .filter(answer -> answer.atLeast(MatchGrade.CERTAIN))
                .toList();
        return String.format(
                Locale.ROOT,
                "mothers-20k, looked up %s the number: shares a key %.4f, first %.4f, and probable %.4f, and certain %.4f,"
                        + " precision of probable %.4f, another woman yet certain %d of %d",
                withNumbers ? "with" : "without",
                share(there, Answer::shares),
                share(there, Answer::right),
                share(there, answer -> answer.right() && answer.atLeast(MatchGrade.PROBABLE)),
                share(there, answer -> answer.right() && answer.atLeast(MatchGrade.CERTAIN)),
                share(probable, Answer::right),
                certain.stream().filter(answer -> !answer.right()).count(),
                certain.size());
    }

    private static double share(List<Answer> answers, Predicate<Answer> which) {
        return answers.isEmpty() ? 1 : answers.stream().filter(which).count() / (double) answers.size();
    }
}
