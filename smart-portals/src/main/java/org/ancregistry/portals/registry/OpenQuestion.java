package org.ancregistry.portals.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mother who waits for another day.
 *
 * @param appointment when she is expected on the day that does not suit her; null where that did not come along
 */
public record OpenQuestion(Question question, @Nullable Instant appointment) {}
