package org.ancregistry.portals.privacy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ancregistry.portals.registry.OpenedRecord;
import org.ancregistry.portals.registry.Sitting;
import org.jspecify.annotations.Nullable;

/** Why records were opened in emergencies and what was found of it, beside what was then done in them. */
record Openings(List<OpenedRecord> all) {

    /** The trail notes the moment a little before or after the task to review it. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    Openings {
        all = List.copyOf(all);
    }

    /** The opening under which that was done; null for what was done in ordinary care. */
    public @Nullable OpenedRecord of(Sitting sitting) {
        var look = sitting.look();
        return look.emergency()
                ? all.stream()
                        .filter(opened -> look.by().equals("Practitioner/" + opened.by()))
                        .filter(opened -> Objects.equals(look.patient(), "Patient/" + opened.patient()))
                        .filter(opened -> opened.at() != null
                                && !opened.at().isAfter(sitting.until().plus(AT_ONCE)))
                        .max(Comparator.comparing(OpenedRecord::at))
                        .orElse(null)
                : null;
    }
}
