package org.ancregistry.domain.matching;

/**
 * What is expected before anything was compared.
 *
 * @param match probability that the record is hers
 * @param relative probability that it is a relative's of her household
 */
public record Prior(double match, double relative) {

    private static final double RELATIVES = 0.05;

    /** Among the pairs of records that belong together, those of one household beside those of one woman: below half. */
    private static final double PARTNERS_OF_HER_HOUSEHOLD = 0.5;

    public Prior {
        if (match <= 0 || relative <= 0 || match + relative >= 1) {
            throw new IllegalArgumentException("Each of the three cases is possible beforehand.");
        }
    }

    /** A number was shown and one record compared: hers or not are alike likely, a sister's card happens. */
    public static Prior oneToOne() {
        return new Prior(0.5, RELATIVES);
    }

    /**
     * A record found by searching a registry of that many women: at most one is hers, and half as many are of her
     * household.
     */
    public static Prior among(long records) {
        var one = 1.0 / (2 + Math.max(records, 2));
        return new Prior(one, one * PARTNERS_OF_HER_HOUSEHOLD);
    }

    double unrelated() {
        return 1 - match - relative;
    }
}
