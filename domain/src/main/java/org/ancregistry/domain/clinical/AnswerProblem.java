package org.ancregistry.domain.clinical;

/**
 * Something about an answer that a person must put right, or look at once more.
 *
 * @param field the dictionary field
 * @param code one of the constants below
 * @param message what to do, in words a midwife follows
 */
public record AnswerProblem(String field, String code, String message) {

    public static final String UNKNOWN_FIELD = "unknown-field";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String WRONG_UNIT = "wrong-unit";
    public static final String IMPOSSIBLE_VALUE = "impossible-value";
    public static final String CONTRADICTION = "contradiction";
    public static final String MISSING = "missing";

    /** A soft finding: the value is possible and rare. */
    public static final String UNUSUAL = "unusual";
}
