package org.ancregistry.server.directory;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.ancregistry.server.registry.Shift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Works off, on one node at a time, what was left to do when the directory did not answer. */
class LaterMatching {

    static final int AT_ONCE = 20;
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** After so many in a row that were not answered about there is an outage. */
    static final int ENOUGH = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LaterMatching.class);

    private final IntFunction<List<String>> oldest;
    private final Predicate<String> work;
    private final Shift shift;

    /**
     * @param oldest finds at most so many tasks, the oldest first
     * @param work whether a task is done with; not so while the directory does not answer
     */
    LaterMatching(IntFunction<List<String>> oldest, Predicate<String> work, Shift shift) {
        this.oldest = oldest;
        this.work = work;
        this.shift = shift;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT10S")
    void turn() {
        shift.turn(PAUSE, this::workOff);
    }

    /** Until the directory does not answer about several, or another node has taken over. */
    private Duration workOff() {
        var tasks = oldest.apply(AT_ONCE);
        var left = 0;
        var silent = 0;
        for (var task : tasks) {
            if (silent == ENOUGH || !shift.goOn()) {
                return PAUSE;
            }
            var came = worked(task);
            left += came == Came.DONE ? 0 : 1;
            silent = came == Came.UNANSWERED ? silent + 1 : 0;
        }
        return left == 0 && tasks.size() == AT_ONCE ? Duration.ZERO : PAUSE;
    }

    private enum Came {
        DONE,
        UNANSWERED,
        REFUSED
    }

    /** A woman about whom nothing can be asked or written, at the moment or ever, keeps nobody else waiting. */
    private Came worked(String task) {
        try {
            return work.test(task) ? Came.DONE : Came.UNANSWERED;
        } catch (BaseServerResponseException refusal) {
            LOG.warn("Could not work off {}, which is tried again: {}", task, refusal.getStatusCode());
            return Came.REFUSED;
        }
    }
}
