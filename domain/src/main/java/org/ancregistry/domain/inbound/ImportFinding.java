package org.ancregistry.domain.inbound;

/**
 * One thing to be said about an entry of what was sent: what was put right, what was left out, what is wrong.
 *
 * @param entry its place among the entries, from 0; -1 when all of it is meant
 * @param element where in the entry, as {@code resource.value}; empty when the whole entry is meant
 * @param message in words that name nobody
 */
public record ImportFinding(int entry, Kind kind, String element, String message) {

    public static final int EVERYTHING = -1;

    /** How much it weighs. An error refuses everything that was sent. */
    public enum Weight {
        INFORMATION,
        WARNING,
        ERROR
    }

    /** What there is to say, with its code in anc-import-finding. */
    public enum Kind {
        TIME_ZONE_ADDED("time-zone-added", Weight.INFORMATION),
        UNIT_ADDED("unit-added", Weight.INFORMATION),
        UNIT_CONVERTED("unit-converted", Weight.INFORMATION),
        VALUE_RECOVERED("value-recovered", Weight.INFORMATION),
        CODE_MAPPED("code-mapped", Weight.INFORMATION),
        DETAIL_KEPT_WHOLE("detail-kept-whole", Weight.INFORMATION),
        DETAIL_LEFT_OUT("detail-left-out", Weight.INFORMATION),
        WORKED_OUT_HERE("worked-out-here", Weight.INFORMATION),
        UNCHANGED("unchanged", Weight.INFORMATION),
        CONSENT_TO_ASK("consent-to-ask", Weight.INFORMATION),
        KEPT_AS_NOTE("kept-as-note", Weight.INFORMATION),
        CORRECTED("corrected", Weight.INFORMATION),
        START_FROM_END("start-from-end", Weight.WARNING),
        UNDECIDABLE("undecidable", Weight.WARNING),
        GRADE_MISSING("grade-missing", Weight.WARNING),
        VALUE_MISSING("value-missing", Weight.WARNING),
        TARGET_MISSING("target-missing", Weight.WARNING),
        DIFFERS("differs", Weight.WARNING),
        OUTCOME_UNKNOWN("outcome-unknown", Weight.WARNING),
        PHN_TO_DECIDE("phn-to-decide", Weight.WARNING),
        MAY_BE_KNOWN("may-be-known", Weight.WARNING),
        NOT_UNDERSTOOD("not-understood", Weight.ERROR),
        VALUE_IMPOSSIBLE("value-impossible", Weight.ERROR),
        TIME_IMPOSSIBLE("time-impossible", Weight.ERROR),
        REFERENCE_UNRESOLVED("reference-unresolved", Weight.ERROR),
        MOTHER_UNCLEAR("mother-unclear", Weight.ERROR),
        ANOTHER_WOMAN("another-woman", Weight.ERROR),
        ANOTHER_PREGNANCY("another-pregnancy", Weight.ERROR);

        private final String code;
        private final Weight weight;

        Kind(String code, Weight weight) {
            this.code = code;
            this.weight = weight;
        }

        public String code() {
            return code;
        }

        public Weight weight() {
            return weight;
        }
    }

    public boolean refuses() {
        return kind.weight() == Weight.ERROR;
    }
}
