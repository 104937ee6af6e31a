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
        var likelihoods = findings.stream()
                .flatMap(finding -> finding.likelihoods().stream())
                .toList();
        var match = prior.match()
                * Math.pow(
                        2, likelihoods.stream().mapToDouble(Likelihoods::bits).sum());
        var relative = prior.relative()
                * Math.pow(
                        2,
                        likelihoods.stream()
                                .mapToDouble(Likelihoods::relativeBits)
                                .sum());
        var all = match + relative + prior.unrelated();
        return new Posterior(match / all, relative / all);
    }

    boolean likelyRelative() {
        return relative > match && relative > 1 - match - relative;
    }
}
