package org.ancregistry.domain.pregnancy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the care of a pregnancy came to its end. */
public enum EndKind {
    /** Every child that was born lives. */
    BIRTH("birth", null, "delivery_date"),
    /** A child was stillborn or died; told from what is said of each child, never asked for. */
    BIRTH_AND_LOSS("birth-and-loss", null, "delivery_date"),
    MISCARRIAGE("miscarriage", "ANC.End.4", "miscarriage_date"),
    ABORTION("abortion", "ANC.End.5", "miscarriage_date"),
    ECTOPIC_PREGNANCY("ectopic-pregnancy", "close-reason-ectopic-pregnancy", "miscarriage_date"),
    MOLAR_PREGNANCY("molar-pregnancy", "close-reason-molar-pregnancy", "miscarriage_date"),
    MATERNAL_DEATH("maternal-death", "ANC.End.6", "death_date"),
    MOVED_AWAY("moved-away", "ANC.End.8", null),
    LOST_TO_FOLLOW_UP("lost-to-follow-up", "ANC.End.7", null),
    NOT_PREGNANT("not-pregnant", "ANC.End.9", null);

    private static final Set<EndKind> BIRTHS = Set.of(BIRTH, BIRTH_AND_LOSS);
    private static final Set<EndKind> LOSSES = Set.of(MISCARRIAGE, ABORTION, ECTOPIC_PREGNANCY, MOLAR_PREGNANCY);

    private final String code;
    private final @Nullable String closeReason;
    private final @Nullable String dateField;

    EndKind(String code, @Nullable String closeReason, @Nullable String dateField) {
        this.code = code;
        this.closeReason = closeReason;
        this.dateField = dateField;
    }

    public static Optional<EndKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** The dictionary's answer to why the record is closed; for a birth it depends on the children. */
    public Optional<String> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    /** The dictionary field that has the day; absent when only the care ended. */
    public Optional<String> dateField() {
        return Optional.ofNullable(dateField);
    }

    /** Whether a child was born, living or dead. */
    public boolean isBirth() {
        return BIRTHS.contains(this);
    }

    /** Whether the pregnancy was lost before a birth. */
    public boolean isLoss() {
        return LOSSES.contains(this);
    }

    /** Whether somebody may have lost a child, so that nothing may speak of a baby. */
    public boolean isGrief() {
        return isLoss() || this == BIRTH_AND_LOSS || this == MATERNAL_DEATH;
    }
}
