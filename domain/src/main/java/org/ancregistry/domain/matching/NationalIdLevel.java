package org.ancregistry.domain.matching;

import org.ancregistry.domain.person.NationalIdHashes;

/**
 * How two national ID numbers agree, seen through their keyed hashes. Probabilities: field "nic" of the measured
 * parameters; its two levels for a slip are shared out evenly between the two parts of the number, and the chance that
 * strangers share a part is computed: one serial in 100,000, one birth date as in the birth date table.
 */
enum NationalIdLevel {
    SAME(new Likelihoods(0.950849, 1.13761e-05, 0.000848897)),
    /** The serial agrees and the birth part does not: a slip of the pen. */
    BIRTH_PART_SLIP(new Likelihoods(0.0243989, 1e-05, 1e-05)),
    /** The birth part agrees and the serial does not, while the birth dates on record differ. */
    SERIAL_SLIP(new Likelihoods(0.0243989, 0.000156147, 0.0781072)),
    /**
     * The same with equal birth dates: a slip, or two women born on one day, as twins are. That their birth parts agree
     * was counted with the birth date already.
     */
    SERIAL_DIFFERS(new Likelihoods(0.0250185, 0.999989, 0.999151)),
    DIFFERENT(new Likelihoods(0.000353607, 0.99997, 0.997453));

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers does not change.
    private final Likelihoods likelihoods;

    NationalIdLevel(Likelihoods likelihoods) {
        this.likelihoods = likelihoods;
    }

    Likelihoods likelihoods() {
        return likelihoods;
    }

    FieldResult result() {
        return switch (this) {
            case SAME -> FieldResult.SAME;
            case DIFFERENT -> FieldResult.DIFFERENT;
            default -> FieldResult.CLOSE;
        };
    }

    static NationalIdLevel of(NationalIdHashes one, NationalIdHashes other, boolean sameBirthDate) {
        if (one.whole().equals(other.whole())) {
            return SAME;
        }
        if (one.serialPart().equals(other.serialPart())) {
            return BIRTH_PART_SLIP;
        }
        if (one.birthPart().equals(other.birthPart())) {
            return sameBirthDate ? SERIAL_DIFFERS : SERIAL_SLIP;
        }
        return DIFFERENT;
    }
}
