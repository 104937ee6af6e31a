package org.ancregistry.operations.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A day that was answered, as when a child is due. A month or a year is no day that weeks can be counted from. */
public final class WholeDay {

    private static final int LENGTH = "2000-01-01".length();

    private WholeDay() {}

    /** The day as it is written; empty for what is none. */
    public static Optional<LocalDate> in(@Nullable Type value) {
        return value instanceof DateTimeType day
                ? Optional.ofNullable(day.getValueAsString())
                        .filter(text -> text.length() >= LENGTH)
                        .map(text -> LocalDate.parse(text.substring(0, LENGTH)))
                : Optional.empty();
    }
}
