package org.ancregistry.interceptors.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedRevocationsTest {

    private final MovableClock clock = new MovableClock();
    private final Set<String> withdrawn = new HashSet<>();
    private final RememberedRevocations revocations = new RememberedRevocations(withdrawn::contains, clock);

    @Test
    void noticesARevocationWithinTenSeconds() {
        assertThat(revocations.revoked("token-1")).isFalse();
        withdrawn.add("token-1");
        clock.advance(Duration.ofSeconds(9));
        assertThat(revocations.revoked("token-1")).as("remembered").isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(revocations.revoked("token-1")).as("asked again").isTrue();
    }

    @Test
    void actsAtOnceWhereItIsTold() {
        assertThat(revocations.revoked("token-1")).isFalse();
        withdrawn.add("token-1");
        revocations.forget();
        assertThat(revocations.revoked("token-1")).isTrue();
    }

    @Test
    void doesNotRememberWhatWasAskedBeforeTheRevocation() {
        var slow = new RememberedRevocations[1];
        slow[0] = new RememberedRevocations(
                tokenId -> {
                    var before = withdrawn.contains(tokenId);
                    if (withdrawn.add(tokenId)) {
                        slow[0].forget();
                    }
                    return before;
                },
                clock);
        assertThat(slow[0].revoked("token-1")).as("asked before").isFalse();
        assertThat(slow[0].revoked("token-1")).as("asked after").isTrue();
    }
}
