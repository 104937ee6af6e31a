package org.ancregistry.domain.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates the parameters from a registry's own records, without anybody saying which records are of one woman
 * (expectation and maximisation). What strangers share is counted on pairs drawn at random; what one woman's records share
 * is found by weighing pairs from narrow blocks again and again. Birth-date blocks are left out: they swamp the rest.
 */
public final class Estimation {

    private static final int MOST_ROUNDS = 60;
    private static final double SETTLED = 1e-4;
    private static final double FEWEST_OF_A_CLASS = 30;
    private static final double SMOOTHING = 0.5;
    private static final double MOST_TWINS = 0.3;
    private static final double HARDLY_ANY = 1e-3;

    private final MatchingParameters start;
    private final FellegiSunterScorer comparing;
    private final Map<List<Level>, Long> close = new HashMap<>();
    private final Map<List<Level>, Long> random = new HashMap<>();

    public Estimation(MatchingParameters start) {
        this.start = start;
        this.comparing = new FellegiSunterScorer(Prior.oneToOne(), start, RegistryStatistics.NONE);
    }

    /** A pair that shares a narrow key. */
    public void addClose(MatchPerson one, MatchPerson other) {
        close.merge(comparing.levels(one, other), 1L, Long::sum);
    }

    /** A pair drawn at random. */
    public void addRandom(MatchPerson one, MatchPerson other) {
        random.merge(comparing.levels(one, other), 1L, Long::sum);
    }

    /** Estimates from the close pairs of all records, for a registry of that many. */
    public Estimate estimate(long records) {
        return estimate(records, pairs(records));
    }

    /**
     * Estimates from the close pairs of some of the records.
     *
     * @param records how many the registry has
     * @param looked how many pairs, close or not, those whose close pairs were added have with all others
     */
    public Estimate estimate(long records, double looked) {
        var strangers = new LevelCounts();
        random.forEach((levels, count) -> strangers.add(levels, count));
        var unrelated = strangers.shares(start, Likelihoods::unrelated, SMOOTHING);
        var few = 2 / (10.0 * Math.max(records - 1, 1));
        var now = new Weights(start.withUnrelated(unrelated), few, few);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var next = weighedAgain(now, Math.max(looked, 1));
            var moved = Math.abs(next.match - now.match) / now.match;
            now = next;
            if (moved < SETTLED) {
                break;
            }
        }
        var all = pairs(records);
        return new Estimate(now.parameters, now.match * looked, now.match * all, now.relative * all, records);
    }

    private static double pairs(long records) {
        return records * (records - 1) / 2.0;
    }

    /** What is believed in one round. */
    private record Weights(MatchingParameters parameters, double match, double relative) {}

    private Weights weighedAgain(Weights now, double pairs) {
        var matches = new LevelCounts();
        var relatives = new LevelCounts();
        var believedMatches = 0.0;
        var believedRelatives = 0.0;
        for (var pattern : close.entrySet()) {
            var levels = pattern.getKey();
            var match = now.match * ratio(levels, now.parameters, false);
            var relative = sharesHousehold(levels) ? now.relative * ratio(levels, now.parameters, true) : 0;
            var all = match + relative + 1;
            var count = pattern.getValue();
            matches.add(levels, count * match / all);
            relatives.add(levels, count * relative / all);
            believedMatches += count * match / all;
            believedRelatives += count * relative / all;
        }
        var parameters = now.parameters.withMatch(matches.shares(start, Likelihoods::match, SMOOTHING));
        var relativeShares = relatives.shares(start, Likelihoods::relative, SMOOTHING);
        return believedRelatives < FEWEST_OF_A_CLASS || notRelatives(relativeShares)
                ? new Weights(parameters, Math.max(believedMatches, 1) / pairs, HARDLY_ANY / pairs)
                : new Weights(
                        parameters.withRelative(relativeShares),
                        Math.max(believedMatches, 1) / pairs,
                        believedRelatives / pairs);
    }

    /** Most relatives are no twins: a class in which birthdays agree has taken one woman's records for two. */
    private static boolean notRelatives(Map<Level, Double> shares) {
        return shares.getOrDefault(BirthDateLevel.SAME, 0.0) > MOST_TWINS;
    }

    private static double ratio(List<Level> levels, MatchingParameters parameters, boolean relative) {
        var ratio = 1.0;
        for (var level : levels) {
            var likelihoods = parameters.of(level);
            ratio *= (relative ? likelihoods.relative() : likelihoods.match()) / likelihoods.unrelated();
        }
        return ratio;
    }

    /** A relative is learned of only where a phone or a house is shared: otherwise strangers would be taken for one. */
    private static boolean sharesHousehold(List<Level> levels) {
        return levels.contains(PhoneLevel.SAME)
                || (levels.contains(DoorLevel.SAME) && levels.stream().anyMatch(Estimation::isOnePlace));
    }

    private static boolean isOnePlace(Level level) {
        return level instanceof AddressLevel place && place.isOnePlace();
    }
}
