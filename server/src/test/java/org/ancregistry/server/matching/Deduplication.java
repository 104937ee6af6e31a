package org.ancregistry.server.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.Estimate;
import org.ancregistry.domain.matching.Estimation;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.MatchPerson;
import org.ancregistry.domain.matching.MatchingParameters;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.matching.RegistryStatistics;
import org.ancregistry.server.matching.Sample.Pair;

/** Lays every two records of a sample that share a key beside one another, as the registry does when it looks for one. */
final class Deduplication {

    private static final int MOST_OF_A_KEY = 20;
    private static final int NARROW = 60;
    private static final int RANDOM_PAIRS = 300_000;

    private final Sample sample;
    private final RegistryStatistics statistics;
    private final List<MatchPerson> people;
    private final Set<Pair> candidates;

    Deduplication(Sample sample) {
        this.sample = sample;
        var counting = new RegistryStatistics.Counting();
        sample.records().forEach(record -> counting.add(MatchPerson.of(record.said())));
        this.statistics = counting.statistics();
        this.people = sample.records().stream()
                .map(record -> MatchPerson.of(record.said(), record.area(), statistics))
                .toList();
        this.candidates = pairs(MOST_OF_A_KEY, true);
    }

    Sample sample() {
        return sample;
    }

    List<MatchPerson> people() {
        return people;
    }

    RegistryStatistics statistics() {
        return statistics;
    }

    Set<Pair> candidates() {
        return candidates;
    }

    /** Which share of the true pairs share a key at all. */
    double candidateRecall() {
        return sample.truth().stream().filter(candidates::contains).count()
                / (double) sample.truth().size();
    }

    private Set<Pair> pairs(int most, boolean withBirths) {
        var blocks = new HashMap<Long, Block>();
        IntStream.range(0, people.size()).forEach(i -> enter(i, withBirths, blocks));
        var pairs = new HashSet<Pair>();
        blocks.values().stream()
                .filter(block -> block.birth || block.members.size() <= most)
                .forEach(block -> pairs.addAll(Sample.pairs(List.of(block.members))));
        return pairs;
    }

    private void enter(int place, boolean withBirths, Map<Long, Block> blocks) {
        var keys = BlockingKeys.of(people.get(place));
        for (var key : keys.all()) {
            var birth = keys.births().contains(key);
            if (withBirths || !birth) {
                blocks.computeIfAbsent(key, none -> new Block(birth, new ArrayList<>()))
                        .members
                        .add(place);
            }
        }
    }

    private record Block(boolean birth, List<Integer> members) {}

    /** What the sample itself teaches, without its truth. */
    Estimate estimated() {
        var estimation = new Estimation(MatchingParameters.shipped());
        pairs(NARROW, false).forEach(pair -> estimation.addClose(people.get(pair.one()), people.get(pair.other())));
        var random = new Random(7);
        for (var i = 0; i < RANDOM_PAIRS; i++) {
            var one = random.nextInt(people.size());
            var other = random.nextInt(people.size());
            if (one != other) {
                estimation.addRandom(people.get(one), people.get(other));
            }
        }
        return estimation.estimate(people.size());
    }

    Map<Pair, Comparison> compared(Prior prior, MatchingParameters parameters) {
        var scorer = new FellegiSunterScorer(prior, parameters, statistics);
        var compared = new HashMap<Pair, Comparison>();
        candidates.forEach(
                pair -> compared.put(pair, scorer.compare(people.get(pair.one()), people.get(pair.other()))));
        return compared;
    }
}
