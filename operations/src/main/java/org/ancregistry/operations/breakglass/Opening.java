package org.ancregistry.operations.breakglass;

import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is opened in an emergency.
 *
 * @param words the doctor's own; empty where the kind says enough
 */
record Opening(Kind kind, String words) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    /** The codes of anc-emergency-reason. */
    enum Kind {
        EMERGENCY_CARE("emergency-care"),
        UNPLANNED_VISIT("unplanned-visit"),
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw Problem.PARAMETER_INVALID
                    .because("Say emergency-care, unplanned-visit or other.")
                    .at("kind");
        }
    }

    /**
     * What was asked.
     *
     * @param kind a code; {@code other} where none is given
     * @throws org.ancregistry.operations.Refusal {@link Problem#PARAMETER_INVALID} for an unknown code, and where words are
     *     missing that the kind asks for, or too many
     */
    static Opening of(@Nullable String kind, @Nullable String words) {
        var why = new Opening(kind == null ? Kind.OTHER : Kind.of(kind), words == null ? "" : words);
        var enough = why.kind != Kind.OTHER || why.words.length() >= SHORTEST;
        if (!enough || why.words.length() > LONGEST) {
            throw Problem.PARAMETER_INVALID
                    .because("Say in a sentence why you need her record now: 10 to 500 characters.")
                    .at("reason");
        }
        return why;
    }

    /** What is kept beside the opening: her words, or the code where there are none. */
    String text() {
        return words.isEmpty() ? kind.code : words;
    }

    /** What whoever reviews it reads. */
    CodeableConcept concept() {
        var concept = Canon.concept("anc-emergency-reason", kind.code);
        return words.isEmpty() ? concept : concept.setText(words);
    }
}
