package org.ancregistry.server.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.operations.Records;
import org.ancregistry.server.directory.FeedOutbox.Waiting;
import org.ancregistry.server.registry.Shift;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the directory what waits, one after another, on one node at a time. What is told is what the record says by then:
 * to tell it twice does no harm, and a number that is no longer on it has a later entry of its own. While the directory is
 * away everything waits; what it would not hear, or fails on while it hears others, is set aside, so that these go on.
 */
class FeedDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(FeedDelivery.class);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;
    private static final int MOST_FAULTS = 5;

    private final FeedOutbox outbox;
    private final DirectoryCalls directory;
    private final Records records;
    private final TransactionOperations transactions;
    private final Auditor auditor;
    private final Shift shift;
    private final Clock clock;

    FeedDelivery(
            FeedOutbox outbox,
            DirectoryCalls directory,
            Records records,
            TransactionOperations transactions,
            Auditor auditor,
            Shift shift,
            Clock clock) {
        this.outbox = outbox;
        this.directory = directory;
        this.records = records;
        this.transactions = transactions;
        this.auditor = auditor;
        this.shift = shift;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void turn() {
        if (outbox.next().isPresent()) {
            shift.turn(LONGEST_PAUSE, this::deliver);
        }
    }

    /** Until nothing waits, the turn is over or the directory is away; answers how long to leave it alone. */
    private Duration deliver() {
        var until = clock.instant().plus(TURN);
        var told = 0;
        var pause = Duration.ZERO;
        var next = outbox.next();
        while (next.isPresent() && pause.isZero() && clock.instant().isBefore(until) && shift.goOn()) {
            pause = deliver(next.get());
            told += pause.isZero() ? 1 : 0;
            next = outbox.next();
        }
        if (told > 0) {
            LOG.info("Told the PHN directory of {} changes", told);
        }
        return pause;
    }

    private Duration deliver(Waiting one) {
        try {
            tell(one);
            return Duration.ZERO;
        } catch (DirectoryRefused refused) {
            return refused(one, refused);
        } catch (DirectoryDown down) {
            return failed(one, down);
        }
    }

    /** A node that was held up, and replaced meanwhile, may be the last to be heard, with old news: it is told anew. */
    private boolean tell(Waiting one) {
        var message = message(one);
        message.ifPresent(directory::tell);
        transactions.executeWithoutResult(status -> {
            if (!outbox.told(one)) {
                outbox.add(one.phn(), one.patient());
            }
            message.ifPresent(told -> auditor.announced(one.patient(), null));
        });
        return message.isPresent();
    }

    private void setAside(Waiting one, String answered) {
        transactions.executeWithoutResult(status -> {
            outbox.setAside(one, answered);
            auditor.announced(one.patient(), answered);
        });
    }

    private Duration refused(Waiting one, DirectoryRefused refused) {
        if (refused.isForGood() || one.faults() + 1 >= MOST_FAULTS) {
            setAside(one, refused.answered());
            LOG.warn(
                    "The PHN directory refused entry {} of phn_feed, which is set aside: {}",
                    one.id(),
                    refused.answered());
            return Duration.ZERO;
        }
        outbox.faulted(one);
        return pause(one.faults());
    }

    /** An outage is no entry's fault; where another woman's is heard meanwhile, there is none. */
    private Duration failed(Waiting one, DirectoryDown down) {
        if (!hearsAnother(one)) {
            outbox.tried(one);
            return pause(one.attempts());
        }
        if (one.faults() + 1 < MOST_FAULTS) {
            outbox.faulted(one);
            return pause(one.faults());
        }
        setAside(one, String.valueOf(down.getMessage()));
        var behind = outbox.setAsideBehind(one);
        LOG.warn(
                "The PHN directory hears others and fails on entry {} of phn_feed, which is set aside with {} behind"
                        + " it: {}",
                one.id(),
                behind,
                down.getMessage());
        return Duration.ZERO;
    }

    /** Another one each time: it may fail on her, too. */
    private boolean hearsAnother(Waiting one) {
        var others = outbox.firstOfOthers(one);
        return !others.isEmpty() && hears(others.get(one.attempts() % others.size()));
    }

    /** To be refused proves nothing: who looks only at the form of what is told may be as unable to keep it. */
    private boolean hears(Waiting other) {
        try {
            return tell(other);
        } catch (DirectoryRefused refused) {
            refused(other, refused);
            return false;
        } catch (DirectoryDown down) {
            return false;
        }
    }

    private Optional<Bundle> message(Waiting one) {
        return Optional.ofNullable(transactions.execute(status -> records.read(Patient.class, one.patient())
                .map(Announcements::of)
                .map(all -> all.get(one.phn()))
                .map(said -> Announcements.message(one.phn(), said))
                .orElse(null)));
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
