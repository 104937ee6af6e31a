package org.ancregistry.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void countsRequestsAndTimeOfAllTurns() {
        var tally = new Tally(List.of(turn(1, 60), turn(61, 100)));

        assertThat(tally.perSecond()).isEqualTo(50);
        assertThat(tally.percentile(50)).isEqualTo(50);
        assertThat(tally.percentile(95)).isEqualTo(95);
        assertThat(tally.percentile(100)).isEqualTo(100);
        assertThat(tally.javaCpu()).isEqualTo(20);
    }

    @Test
    void judgesByTheGoal() {
        var fast = new Tally(List.of(turn(1, 100)));
        var slow = new Tally(List.of(turn(51, 100)));

        assertThat(Goal.throughputAtLeast(0.7).judge(slow, fast)).isEqualTo("req/s 0.50 × (goal ≥ 0.70) missed");
        assertThat(Goal.moreProcessorAtMost(60).judge(slow, fast)).isEqualTo("java ms +10.0 (goal ≤ +60) reached");
        assertThat(Goal.p95AtMost(1.1).judge(slow, fast)).isEqualTo("p95 1.03 × (goal ≤ 1.10) reached");
    }

    /** A server that refuses everything at once would be the fastest. */
    @Test
    void doesNotJudgeByWhatFailed() {
        var fast = new Tally(List.of(turn(1, 100)));
        var refusing = new Tally(List.of(new Turn(List.of(1L), SECOND, SECOND, SECOND, List.of("404"))));

        assertThat(Goal.throughputAtLeast(0.7).judge(refusing, fast)).isEqualTo("not measured: some requests failed");
        assertThat(Goal.throughputAtLeast(0.7).judge(fast, refusing)).isEqualTo("not measured: some requests failed");
    }

    /** Requests that took so many milliseconds each. */
    private static Turn turn(long from, long to) {
        var nanos = LongStream.rangeClosed(from, to)
                .mapToObj(milli -> milli * 1_000_000)
                .toList();
        return new Turn(nanos, SECOND, SECOND, SECOND, List.of());
    }
}
