package org.ancregistry.portals.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a midwife heard her say about her record, which she has not confirmed herself yet.
 *
 * @param on when it was written down
 * @param permit whether she was heard to agree
 */
public record SpokenConsent(@Nullable LocalDate on, boolean permit) {}
