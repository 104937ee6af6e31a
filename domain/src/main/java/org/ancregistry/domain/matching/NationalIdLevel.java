package org.ancregistry.domain.matching;

import org.ancregistry.domain.person.NationalIdHashes;

/** How two national ID numbers agree, seen through their keyed hashes. */
enum NationalIdLevel implements Level {
    SAME,
    /** The serial agrees and the birth part does not: a slip of the pen. */
    BIRTH_PART_SLIP,
    /** The birth part agrees and the serial does not, while the birth dates on record differ. */
    SERIAL_SLIP,
    /**
     * The same with equal birth dates: a slip, or two women born on one day, as twins are. That their birth parts agree
     * was counted with the birth date already.
     */
    SERIAL_DIFFERS,
    DIFFERENT;

    @Override
    public String field() {
        return "nationalId";
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
