package org.ancregistry.domain.matching;

/**
 * How often one finding is seen in each of three cases. A sister shares so much with her sister that two cases, the same
 * or not, would take her for the same woman.
 *
 * @param match probability of the finding when it is the same woman
 * @param unrelated when she has nothing to do with the record
 * @param relative when the record is a relative's of the same household
 */
record Likelihoods(double match, double unrelated, double relative) {

    /** What says nothing: a missing value. */
    static final Likelihoods NEUTRAL = new Likelihoods(1, 1, 1);

    /**
     * The same finding about a value that is rarer than most by {@code factor}: fewer strangers have it.
     *
     * @param inherited whether a relative has the value because she is one, as with a family name
     */
    Likelihoods rarer(double factor, boolean inherited) {
        return factor == 1
                ? this
                : new Likelihoods(match, unrelated / factor, inherited ? relative : relative / factor);
    }

    /** The same, each at most so many times as large or as small as what is known. */
    Likelihoods within(double factor, Likelihoods known) {
        return new Likelihoods(
                within(factor, match, known.match),
                within(factor, unrelated, known.unrelated),
                within(factor, relative, known.relative));
    }

    private static double within(double factor, double learned, double known) {
        return Math.max(known / factor, Math.min(known * factor, learned));
    }

    /** Weight for the same woman against an unrelated one. */
    double bits() {
        return log2(match / unrelated);
    }

    /** Weight for a relative against an unrelated woman. */
    double relativeBits() {
        return log2(relative / unrelated);
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
