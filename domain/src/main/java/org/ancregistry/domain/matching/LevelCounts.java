package org.ancregistry.domain.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How often each level was seen. */
final class LevelCounts {

    private final Map<Level, Double> counts = new HashMap<>();

    void add(List<Level> levels, double weight) {
        levels.forEach(level -> counts.merge(level, weight, Double::sum));
    }

    /**
     * The share of each level among all of its field; levels that say nothing stay as they are.
     *
     * @param start what is mixed in a little, so that nothing becomes impossible that was never seen
     * @param smoothing how many pairs the start counts for
     */
    Map<Level, Double> shares(MatchingParameters start, ToDoubleFunction<Likelihoods> of, double smoothing) {
        var totals = new HashMap<String, Double>();
        var shares = new HashMap<Level, Double>();
        for (var level : MatchingParameters.levels()) {
            if (start.says(level)) {
                totals.merge(level.field(), count(level, start, of, smoothing), Double::sum);
            }
        }
        for (var level : MatchingParameters.levels()) {
            if (start.says(level)) {
                shares.put(level, count(level, start, of, smoothing) / totals.getOrDefault(level.field(), 1.0));
            }
        }
        return shares;
    }

    private double count(Level level, MatchingParameters start, ToDoubleFunction<Likelihoods> of, double smoothing) {
        return counts.getOrDefault(level, 0.0) + smoothing * of.applyAsDouble(start.of(level));
    }
}
