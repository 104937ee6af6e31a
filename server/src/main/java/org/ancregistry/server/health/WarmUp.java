package org.ancregistry.server.health;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Does each kind of work once before the first user comes, who would otherwise wait for seconds; until then the registry
 * is not ready.
 */
final class WarmUp implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final List<Runnable> works;
    private volatile State state = State.RUNNING;

    WarmUp(List<Runnable> works) {
        this.works = works;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        var thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, failure) -> fail(failure));
        thread.start();
    }

    @Override
    public Health health() {
        return switch (state) {
            case RUNNING ->
                Health.outOfService()
                        .withDetail("problem", "The warm-up is not finished.")
                        .build();
            case FAILED ->
                Health.down()
                        .withDetail("problem", "The warm-up failed; see the log.")
                        .build();
            case DONE -> Health.up().build();
        };
    }

    private void run() {
        var started = Instant.now();
        works.forEach(Runnable::run);
        state = State.DONE;
        LOG.info(
                "Ready {} s after the start of the process, {} s of it warm-up",
                seconds(Instant.ofEpochMilli(
                        ManagementFactory.getRuntimeMXBean().getStartTime())),
                seconds(started));
    }

    private void fail(Throwable failure) {
        state = State.FAILED;
        LOG.error("The warm-up failed, so the registry does not report ready", failure);
    }

    private static String seconds(Instant since) {
        return "%.1f".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }

    private enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
