package org.ancregistry.domain.matching;

/** How initials on one side agree with names or initials on the other, in the order in which they stand. */
enum InitialsLevel implements Level {
    /** Four or more fit and nothing speaks against: a whole name abbreviated. */
    FOUR_FIT,
    THREE_FIT,
    TWO_FIT,
    ONE_FITS,
    /** Two or more fit, and each side has something that the other lacks. */
    MANY_FIT_IN_PART,
    /** One fits, and each side has something that the other lacks. */
    ONE_FITS_IN_PART,
    /** Each side has something that the other lacks, and nothing fits. */
    NONE_FITS,
    /** There are no initials, or nothing on the other side to hold them against. */
    NONE;

    private static final InitialsLevel[] ALL_FIT = {NONE, ONE_FITS, TWO_FIT, THREE_FIT, FOUR_FIT};

    @Override
    public String field() {
        return "initials";
    }

    /**
     * @param fitting how many fit
     * @param contradicting whether each side has something that the other lacks
     */
    static InitialsLevel of(int fitting, boolean contradicting) {
        if (!contradicting) {
            return ALL_FIT[Math.min(fitting, ALL_FIT.length - 1)];
        }
        if (fitting == 0) {
            return NONE_FITS;
        }
        return fitting == 1 ? ONE_FITS_IN_PART : MANY_FIT_IN_PART;
    }
}
