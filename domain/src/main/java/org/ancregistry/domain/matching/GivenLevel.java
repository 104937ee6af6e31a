package org.ancregistry.domain.matching;

/** How given names agree. Probabilities: field "given" of the measured parameters. */
enum GivenLevel {
    SEVERAL_SAME(new Likelihoods(0.172233, 0.000113435, 0.00414446)),
    ONE_SAME(new Likelihoods(0.467365, 0.00907851, 0.0159858)),
    CLOSE(new Likelihoods(0.0299061, 0.00112379, 0.00296033)),
    /** One agrees and another contradicts: sisters often share one. */
    MIXED(new Likelihoods(0.0124427, 0.00897291, 0.0479574)),
    /** Initials on one side stand for names on the other, or for the same initials. */
    INITIALS(new Likelihoods(0.285309, 0.0574268, 0.0645352)),
    /** Some initials fit, some do not. */
    INITIALS_PARTLY(new Likelihoods(0.0168086, 0.00583490, 0.0148017)),
    CONTRADICTORY(new Likelihoods(0.0159354, 0.917450, 0.849615)),
    MISSING(Likelihoods.NEUTRAL);

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    GivenLevel(Likelihoods likelihoods) {
        this.likelihoods = likelihoods;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }
}
