package org.ancregistry.domain.matching;

import org.ancregistry.domain.person.PhoneNumber;

/** How two phone numbers agree; a household shares a phone. */
enum PhoneLevel implements Level {
    SAME,
    ONE_DIGIT_OFF,
    DIFFERENT;

    @Override
    public String field() {
        return "phone";
    }

    FieldResult result() {
        return switch (this) {
            case SAME -> FieldResult.SAME;
            case ONE_DIGIT_OFF -> FieldResult.CLOSE;
            case DIFFERENT -> FieldResult.DIFFERENT;
        };
    }

    static PhoneLevel of(PhoneNumber one, PhoneNumber other) {
        if (one.equals(other)) {
            return SAME;
        }
        return Spelling.oneSlip(one.lastNine(), other.lastNine()) ? ONE_DIGIT_OFF : DIFFERENT;
    }
}
