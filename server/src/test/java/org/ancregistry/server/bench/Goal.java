package org.ancregistry.server.bench;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How the registry is to stand beside another server.
 *
 * @param figure what is compared
 * @param of reads the figure
 * @param bound the ratio to reach, or not to pass
 * @param atLeast whether more is better
 */
record Goal(String figure, ToDoubleFunction<Tally> of, double bound, boolean atLeast) {

    static Goal throughputAtLeast(double times) {
        return new Goal("req/s", Tally::perSecond, times, true);
    }

    static Goal p95AtMost(double times) {
        return new Goal("p95", tally -> tally.percentile(95), times, false);
    }

    /** The ratio, and whether it is good enough; what was refused or failed took no time worth comparing. */
    String judge(Tally ours, Tally theirs) {
        if (!ours.errors().isEmpty() || !theirs.errors().isEmpty()) {
            return "not measured: some requests failed";
        }
        var ratio = of.applyAsDouble(ours) / of.applyAsDouble(theirs);
        return String.format(
                Locale.ROOT,
                "%s %.2f × (goal %s %.2f) %s",
                figure,
                ratio,
                atLeast ? "≥" : "≤",
                bound,
                isReached(ratio) ? "reached" : "missed");
    }

    private boolean isReached(double ratio) {
        return atLeast ? ratio >= bound : ratio <= bound;
    }
}
