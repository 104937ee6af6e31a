package org.ancregistry.portals.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision that waits for a supervisor.
 *
 * @param id of the task
 * @param name of the mother it is about
 * @param since when it was asked for
 * @param note what was written about it last
 */
public record OpenDecision(
        String id,
        @Nullable String name,
        @Nullable LocalDate since,
        @Nullable String note) {}
