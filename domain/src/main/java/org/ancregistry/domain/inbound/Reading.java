package org.ancregistry.domain.inbound;

import java.util.Arrays;

/** How what another system sends under one of its own names is to be understood. */
public enum Reading {
    /** The value is the answer to the field. */
    ANSWER("answer"),
    /** It is sent for a yes and for nothing else, whatever value stands in it. */
    YES("yes"),
    /** One of several questions that together answer the field: any yes is a yes, no needs a no from each. */
    EITHER("either"),
    /** A dipstick that was only said to show something or nothing: nothing is an answer, something has no grade. */
    DIPSTICK("dipstick"),
    /** The registry works it out itself; what was sent is compared. */
    WORKED_OUT("worked-out"),
    /** The dictionary has no such field: kept in words with the contact. */
    NOTE("note"),
    /** It is sent for a yes and for a no alike, so it answers nothing. */
    UNDECIDABLE("undecidable"),
    /** She should be sent on, but nobody says where to. */
    REFERRAL("referral"),
    /** The sender reads another value than it means. */
    LOST("lost");

    private final String code;

    Reading(String code) {
        this.code = code;
    }

    static Reading of(String code) {
        return Arrays.stream(values())
                .filter(reading -> reading.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown reading: " + code));
    }
}
