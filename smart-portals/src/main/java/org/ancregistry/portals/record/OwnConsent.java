package org.ancregistry.portals.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What she said herself about her record, on her own sign-in.
 *
 * @param on when she said it
 * @param permit whether she agreed
 */
public record OwnConsent(@Nullable LocalDate on, boolean permit) {}
