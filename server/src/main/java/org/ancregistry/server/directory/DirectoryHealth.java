package org.ancregistry.server.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * How much the directory is still to be told, for whoever is on call. The registry works without it, so this is never a
 * reason to take a node away.
 */
final class DirectoryHealth implements HealthIndicator {

    private final @Nullable DirectoryCalls directory;
    private final @Nullable FeedOutbox outbox;

    /** Both are absent where no directory is configured. */
    DirectoryHealth(@Nullable DirectoryCalls directory, @Nullable FeedOutbox outbox) {
        this.directory = directory;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        if (directory == null || outbox == null) {
            return Health.up().build();
        }
        var counts = outbox.counts();
        return Health.up()
                .withDetail("answers", !directory.isResting() && !outbox.isHeldUp())
                .withDetail("waiting", counts.waiting())
                .withDetail("refused", counts.refused())
                .build();
    }
}
