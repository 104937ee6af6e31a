package org.ancregistry.domain.matching;

/** How sure a comparison is, in the words of FHIR's match-grade. */
public enum MatchGrade {
    CERTAIN("certain"),
    PROBABLE("probable"),
    POSSIBLE("possible"),
    CERTAINLY_NOT("certainly-not");

    private static final double CERTAIN_FROM = 0.999;
    private static final double PROBABLE_FROM = 0.9;
    private static final double POSSIBLE_FROM = 0.1;

    private final String code;

    MatchGrade(String code) {
        this.code = code;
    }

    /** The code in {@code http://terminology.hl7.org/CodeSystem/match-grade}. */
    public String code() {
        return code;
    }

    static MatchGrade of(double score) {
        if (score >= CERTAIN_FROM) {
            return CERTAIN;
        }
        if (score >= PROBABLE_FROM) {
            return PROBABLE;
        }
        return score >= POSSIBLE_FROM ? POSSIBLE : CERTAINLY_NOT;
    }

    /** The less sure of two grades. */
    MatchGrade atMost(MatchGrade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
