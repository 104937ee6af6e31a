package org.ancregistry.domain.matching;

/** How two values of a field compare. */
public enum FieldResult {
    SAME("same"),
    /** Not the same, yet as one woman's two records often differ: a slip, initials, a married name. */
    CLOSE("close"),
    DIFFERENT("different"),
    /** One side does not say: neither for nor against. */
    MISSING("missing");

    private final String code;

    FieldResult(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
