package org.ancregistry.domain.matching;

import java.util.Optional;

/**
 * Parameters estimated from a registry's own records.
 *
 * @param parameters what would be used from now on
 * @param seen how many of the pairs that were looked at are believed to be of one woman
 * @param matches how many pairs of records are believed to be, in the whole registry
 * @param relatives how many to be of two of one household
 * @param records how many records there are
 */
public record Estimate(MatchingParameters parameters, double seen, double matches, double relatives, long records) {

    private static final double MOST_MATCHES = 0.5;
    private static final double FEWEST_MATCHES = 0.0005;
    private static final double FARTHEST = 0.35;
    private static final double FEWEST_SEEN = 200;
    private static final double FARTHEST_FACTOR = 2;

    /**
     * What may be used of it: of a level that strangers or relatives hardly ever share a few thousand pairs show none, and
     * from none it would follow that only one woman's records can agree so, twins' and sisters' never.
     *
     * @param now the parameters in use
     */
    public MatchingParameters cautious(MatchingParameters now) {
        return parameters.within(FARTHEST_FACTOR, now);
    }

    /** What is expected of a pair of records of that registry. */
    public Prior prior() {
        return new Prior(share(matches), share(relatives));
    }

    private double share(double pairs) {
        return Math.min(0.4, 2 * Math.max(pairs, 1e-3) / ((double) records * Math.max(records - 1, 1)));
    }

    /**
     * Why the estimate is not to be used, if it is not: an estimate that runs away would join strangers.
     *
     * @param now the parameters in use
     */
    public Optional<String> refusal(MatchingParameters now) {
        if (matches > MOST_MATCHES * records || matches < FEWEST_MATCHES * records) {
            return Optional.of("It believes in %.0f pairs of one woman among %d records.".formatted(matches, records));
        }
        if (seen < FEWEST_SEEN) {
            return Optional.of("It saw %.0f pairs of one woman: too few to learn from.".formatted(seen));
        }
        return MatchingParameters.levels().stream()
                .filter(level -> drift(now, level) > FARTHEST)
                .findFirst()
                .map(level -> "Of one woman's records it sees %s as %s in %.2f of all pairs, where %.2f was known."
                        .formatted(
                                level.field(),
                                level.name(),
                                parameters.of(level).match(),
                                now.of(level).match()));
    }

    private double drift(MatchingParameters now, Level level) {
        return Math.abs(parameters.of(level).match() - now.of(level).match());
    }
}
