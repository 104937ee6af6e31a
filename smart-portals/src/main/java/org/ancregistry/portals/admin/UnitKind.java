package org.ancregistry.portals.admin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an area or a facility is. Each kind lies only within kinds above it in this list, so that no unit can come to lie
 * within itself.
 */
enum UnitKind {
    DISTRICT("district"),
    MOH_AREA("moh-area"),
    HOSPITAL("hospital"),
    PHM_AREA("phm-area"),
    CLINIC("clinic");

    private final String code;

    UnitKind(String code) {
        this.code = code;
    }

    /** As in the code system {@code anc-area-kind}. */
    public String code() {
        return code;
    }

    static Optional<UnitKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    Set<UnitKind> mayBePartOf() {
        return switch (this) {
            case DISTRICT -> EnumSet.noneOf(UnitKind.class);
            case MOH_AREA -> EnumSet.of(DISTRICT);
            case HOSPITAL, PHM_AREA -> EnumSet.of(MOH_AREA);
            case CLINIC -> EnumSet.of(MOH_AREA, HOSPITAL, PHM_AREA);
        };
    }

    /** A midwife's area and a clinic mean nothing alone; a hospital may serve many areas. */
    boolean mustBePart() {
        return this == PHM_AREA || this == CLINIC;
    }
}
