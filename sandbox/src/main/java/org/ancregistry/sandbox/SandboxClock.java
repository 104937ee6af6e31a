package org.ancregistry.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test puts forward, so that nobody waits for a code to expire. */
final class SandboxClock extends Clock {

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    SandboxClock(Clock base) {
        this.base = base;
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    void followTheRealOne() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The sandbox counts instants only");
    }
}
