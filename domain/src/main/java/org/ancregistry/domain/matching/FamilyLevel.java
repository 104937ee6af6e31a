package org.ancregistry.domain.matching;

/** How family names agree. Probabilities: field "family" of the measured parameters. */
enum FamilyLevel {
    SAME(new Likelihoods(0.639538, 0.0134007, 0.650681)),
    CLOSE(new Likelihoods(0.0396735, 0.000961913, 0.0337478)),
    /** One side has it as an initial, or not at all. */
    NOT_WRITTEN_OUT(Likelihoods.NEUTRAL),
    /** As after a marriage. */
    DIFFERENT(new Likelihoods(0.153480, 0.663179, 0.110716));

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    FamilyLevel(Likelihoods likelihoods) {
        this.likelihoods = likelihoods;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }
}
