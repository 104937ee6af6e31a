package org.ancregistry.domain.matching;

import java.util.List;

/**
 * What is to be believed after comparing.
 *
 * @param match probability that it is the same woman
 * @param relative probability that it is a relative
 */
record Posterior(double match, double relative) {

    static Posterior of(Prior prior, List<Finding> findings) {
        var bits =
                findings.stream().mapToDouble(finding -> finding.field().bits()).sum();
        var relativeBits = findings.stream()
                .mapToDouble(finding -> finding.field().relativeBits())
                .sum();
        var match = prior.match() * Math.pow(2, bits);
        var relative = prior.relative() * Math.pow(2, relativeBits);
        var all = match + relative + prior.unrelated();
        return new Posterior(match / all, relative / all);
    }

    boolean likelyRelative() {
        return relative > match && relative > 1 - match - relative;
    }
}
