package org.ancregistry.portals.record;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That she came to a clinic, whatever was done there.
 *
 * @param place {@code Organization/…}
 */
public record CheckIn(@Nullable String place, @Nullable String placeName, ZonedDateTime at) {}
