package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * One answered question of the record. What was denied is a finding of its own ({@link #denied()}); what was not asked is
 * none.
 *
 * @param contact {@code Encounter/…} at which it was asked, where known
 * @param on the day it is true of
 * @param number a measurement or count, in the field's unit
 * @param answerCode the code of a coded answer
 * @param yes a yes or a no
 * @param date a date answered
 * @param text words
 */
public record Finding(
        DictionaryField field,
        @Nullable String contact,
        @Nullable LocalDate on,
        @Nullable BigDecimal number,
        @Nullable String answerCode,
        @Nullable Boolean yes,
        @Nullable LocalDate date,
        @Nullable String text) {

    /** The question's name in the dictionary, {@code haemoglobin} for instance. */
    public String name() {
        return field.name();
    }

    public boolean is(String name) {
        return field.name().equals(name);
    }

    /** Whether it was measured a second time at the same contact. */
    boolean repeated() {
        return field.name().startsWith("repeat_");
    }

    /** Whether the question was asked and the answer was no. */
    public boolean denied() {
        return Boolean.FALSE.equals(yes);
    }

    /** The day on which a vaccine was given: it may lie long before the contact at which that was told. */
    public @Nullable LocalDate givenOn() {
        return field.kind() == FieldKind.IMMUNIZATION && Boolean.TRUE.equals(yes) ? on : null;
    }

    /** The number as it is written, without trailing noughts. */
    public @Nullable String numberText() {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Finding[" + field.name() + "]";
    }
}
