package org.ancregistry.domain.matching;

import org.ancregistry.domain.person.PhoneNumber;

/** How two phone numbers agree. Probabilities: field "phone" of the measured parameters; a household shares a phone. */
enum PhoneLevel {
    SAME(new Likelihoods(0.455078, 1.39833e-05, 0.709242), FieldResult.SAME),
    ONE_DIGIT_OFF(new Likelihoods(0.000292654, 4.51075e-07, 0.00103842), FieldResult.CLOSE),
    DIFFERENT(new Likelihoods(0.544630, 0.999986, 0.289720), FieldResult.DIFFERENT);

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    private final FieldResult result;

    PhoneLevel(Likelihoods likelihoods, FieldResult result) {
        this.likelihoods = likelihoods;
        this.result = result;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }

    FieldResult result() {
        return result;
    }

    static PhoneLevel of(PhoneNumber one, PhoneNumber other) {
        if (one.equals(other)) {
            return SAME;
        }
        return Spelling.oneCharacterOff(one.lastNine(), other.lastNine()) ? ONE_DIGIT_OFF : DIFFERENT;
    }
}
