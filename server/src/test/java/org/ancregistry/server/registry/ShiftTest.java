package org.ancregistry.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ancregistry.server.testing.MovedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final RegistryTables tables = RegistryTables.onH2();
    private final MovedClock clock = new MovedClock();
    private final Shift one = node();
    private final Shift other = node();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void isOneNodesAtATime() {
        assertThat(one.begin()).isTrue();
        assertThat(other.begin()).isFalse();
        one.end(Duration.ZERO);
        assertThat(other.begin()).isTrue();
    }

    @Test
    void staysANodesForAsLongAsItGoesOn() {
        one.begin();
        for (var step = 0; step < 5; step++) {
            clock.moveOn(LEASE.minusSeconds(1));
            assertThat(one.goOn()).isTrue();
            assertThat(other.begin()).isFalse();
        }
    }

    @Test
    void passesFromANodeThatWasHeldUpWhichHasNoMoreToSayInIt() {
        one.begin();
        clock.moveOn(LEASE);
        assertThat(other.begin()).isTrue();
        assertThat(one.goOn()).isFalse();
        one.end(Duration.ZERO);
        assertThat(node().begin()).as("a third, while the second works").isFalse();
        assertThat(other.goOn()).isTrue();
    }

    @Test
    void isNobodysWhoDidNotBeginIt() {
        assertThat(one.goOn()).isFalse();
        one.end(Duration.ofDays(1));
        assertThat(other.begin()).isTrue();
    }

    private Shift node() {
        return new Shift(tables.jdbc(), clock, "phn-feed", LEASE);
    }
}
