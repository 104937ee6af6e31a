package org.ancregistry.domain.matching;

/** How the names of the house (ge-names) agree. Probabilities: field "ge" of the measured parameters. */
enum HouseLevel {
    SAME(new Likelihoods(0.282167, 0.134908, 0.354455)),
    MISSING(Likelihoods.NEUTRAL),
    DIFFERENT(new Likelihoods(0.000752446, 0.271642, 0.00198020));

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    HouseLevel(Likelihoods likelihoods) {
        this.likelihoods = likelihoods;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }
}
