package org.ancregistry.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.server.registry.RegistryTables;
import org.ancregistry.server.registry.Shift;
import org.ancregistry.server.testing.TestPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes on one PostgreSQL tell a directory what waits, each with connections of its own. */
class TwoSendersIT {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(800);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WRITERS = 4;
    private static final int WOMEN_OF_EACH = 3;
    private static final int CHANGES = 15;
    private static final int A_WHILE = 3;

    private final String database = TestPostgres.shared().newDatabase();
    private final RegistryTables first = node();
    private final RegistryTables second = node();
    private final PlayedDirectory directory = new PlayedDirectory();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(WRITERS + 2);
    private final FeedOutbox outbox = new FeedOutbox(first.jdbc(), Clock.systemUTC());
    private final List<Future<?>> senders = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        directory.close();
        first.close();
        second.close();
    }

    @Test
    void tellEachChangeOnceAndEachWomansInOrder() throws ExecutionException, InterruptedException {
        sending(first, LONG);
        sending(second, LONG);
        var writers = IntStream.range(0, WRITERS)
                .<Callable<Void>>mapToObj(writer -> () -> write(writer))
                .toList();
        for (var written : threads.invokeAll(writers)) {
            written.get();
        }
        awaitAllTold();
        assertThat(directory.tokenForms).as("both took turns").hasSize(2);
        assertThat(directory.mostAtOnce()).isEqualTo(1);
        var told = directory.numbers();
        assertThat(told).hasSize(WRITERS * WOMEN_OF_EACH * CHANGES).doesNotHaveDuplicates();
        IntStream.range(0, WRITERS * WOMEN_OF_EACH)
                .forEach(woman -> assertThat(told)
                        .filteredOn(Women.numbers(woman)::contains)
                        .isEqualTo(Women.numbers(woman).subList(0, CHANGES)));
        assertThat(senders).noneMatch(Future::isDone);
    }

    @Test
    void leaveTheTurnToTheOneThatIsSlowButGoesOn() {
        directory.answersEachAfter(Duration.ofMillis(300));
        var numbers = Women.numbers(0).subList(0, 8);
        numbers.forEach(number -> outbox.add(new Phn(number), Women.reference(0)));
        sending(first, SHORT);
        sending(second, SHORT);
        awaitAllTold();
        assertThat(directory.mostAtOnce()).isEqualTo(1);
        assertThat(directory.numbers()).isEqualTo(numbers);
    }

    @Test
    void goOnWhereOneOfThemDied() {
        directory.answersAfter(Duration.ofSeconds(2));
        var numbers = Women.numbers(0).subList(0, 3);
        numbers.forEach(number -> outbox.add(new Phn(number), Women.reference(0)));
        sending(second, SHORT);
        Awaitility.await().until(() -> !directory.numbers().isEmpty());
        second.close();
        sending(first, SHORT);
        awaitAllTold();
        var told = new ArrayList<>(numbers);
        told.add(0, numbers.get(0));
        assertThat(directory.numbers()).isEqualTo(told);
        Awaitility.await().until(senders.get(0)::isDone);
    }

    @Test
    void tellAnewWhatOneThatWasHeldUpMayHaveBeenTheLastToTell() {
        directory.answersAfter(Duration.ofSeconds(2));
        var number = Women.numbers(0).get(0);
        outbox.add(new Phn(number), Women.reference(0));
        sending(first, SHORT);
        Awaitility.await().until(() -> !directory.numbers().isEmpty());
        sending(second, SHORT);
        Awaitility.await().until(() -> directory.numbers().size() == 3);
        awaitAllTold();
        assertThat(directory.numbers()).isEqualTo(Collections.nCopies(3, number));
    }

    private RegistryTables node() {
        return RegistryTables.at(database, TestPostgres.shared().user(), "");
    }

    /** A node that looks again and again, until its database is gone. */
    private void sending(RegistryTables node, Duration lease) {
        var clock = Clock.systemUTC();
        var delivery = new FeedDelivery(
                new FeedOutbox(node.jdbc(), clock),
                directory.calls(PATIENCE, Duration.ofMillis(100)),
                new Women(),
                TransactionOperations.withoutTransaction(),
                new Auditor(new KeptTrail(), clock),
                new Shift(node.jdbc(), clock, "phn-feed", lease),
                clock);
        senders.add(threads.scheduleWithFixedDelay(delivery::turn, 0, 5, TimeUnit.MILLISECONDS));
    }

    /** Changes the records of a few women, one after another, each in a transaction of its own. */
    private Void write(int writer) {
        for (var change = 0; change < CHANGES; change++) {
            for (var woman = writer * WOMEN_OF_EACH; woman < (writer + 1) * WOMEN_OF_EACH; woman++) {
                var phn = new Phn(Women.numbers(woman).get(change));
                var reference = Women.reference(woman);
                first.inOne(() -> {
                    outbox.add(phn, reference);
                    return phn;
                });
            }
            if (change % A_WHILE == 0) {
                awaitAllTold();
            }
        }
        return null;
    }

    private void awaitAllTold() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> outbox.counts().waiting() == 0);
    }
}
