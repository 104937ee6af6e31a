package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever it is, she was seen on that day alone, or never. */
public record SeenOn(@Nullable LocalDate seen) implements HeldContacts {

    @Override
    public Optional<LocalDate> last(String patient) {
        return Optional.ofNullable(seen);
    }

    @Override
    public boolean on(String patient, LocalDate day) {
        return day.equals(seen);
    }
}
