package org.ancregistry.server.bench;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How the registry is to stand beside another server.
 *
 * @param figure what is compared
 * @param of reads the figure
 * @param bound the ratio or difference to reach, or not to pass
 * @param as how the two are compared
 */
record Goal(String figure, ToDoubleFunction<Tally> of, double bound, As as) {

    private enum As {
        RATIO_AT_LEAST("%s %.2f × (goal ≥ %.2f) %s"),
        RATIO_AT_MOST("%s %.2f × (goal ≤ %.2f) %s"),
        MORE_AT_MOST("%s %+.1f (goal ≤ +%.0f) %s");

        private final String told;

        As(String told) {
            this.told = told;
        }

        private double of(double ours, double theirs) {
            return this == MORE_AT_MOST ? ours - theirs : ours / theirs;
        }

        private boolean isReached(double compared, double bound) {
            return this == RATIO_AT_LEAST ? compared >= bound : compared <= bound;
        }
    }

    static Goal throughputAtLeast(double times) {
        return new Goal("req/s", Tally::perSecond, times, As.RATIO_AT_LEAST);
    }

    static Goal p95AtMost(double times) {
        return new Goal("p95", tally -> tally.percentile(95), times, As.RATIO_AT_MOST);
    }

    /** In milliseconds of processor for one request. */
    static Goal moreProcessorAtMost(double millis) {
        return new Goal("java ms", Tally::javaCpu, millis, As.MORE_AT_MOST);
    }

    /** How they compare, and whether that is good enough; what was refused or failed took no time worth comparing. */
    String judge(Tally ours, Tally theirs) {
        if (!ours.errors().isEmpty() || !theirs.errors().isEmpty()) {
            return "not measured: some requests failed";
        }
        var compared = as.of(of.applyAsDouble(ours), of.applyAsDouble(theirs));
        return String.format(
                Locale.ROOT, as.told, figure, compared, bound, as.isReached(compared, bound) ? "reached" : "missed");
    }
}
