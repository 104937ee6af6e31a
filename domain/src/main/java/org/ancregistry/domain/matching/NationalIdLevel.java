package org.ancregistry.domain.matching;

import java.util.regex.Pattern;
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
     * was counted with the birth date already. Here the last digits, which are kept, are the same: the slip is before them.
     */
    SERIAL_ENDS_ALIKE,
    /** The last digits are one slip apart. */
    SERIAL_ENDS_CLOSE,
    /** The last digits are quite different, which no slip makes of a number. */
    SERIAL_DIFFERS,
    DIFFERENT;

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

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
            return sameBirthDate ? serial(digits(one), digits(other)) : SERIAL_SLIP;
        }
        return DIFFERENT;
    }

    private static NationalIdLevel serial(String one, String other) {
        if (one.equals(other)) {
            return SERIAL_ENDS_ALIKE;
        }
        // Of an old number two digits and a letter are kept: as much as both sides show is compared.
        var sameEnd = one.endsWith(other) || other.endsWith(one);
        return sameEnd || Spelling.oneSlip(one, other) ? SERIAL_ENDS_CLOSE : SERIAL_DIFFERS;
    }

    private static String digits(NationalIdHashes id) {
        return NO_DIGIT.matcher(id.lastThree()).replaceAll("");
    }
}
