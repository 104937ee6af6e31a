package org.ancregistry.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.interceptors.audit.AuditRecord;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.server.directory.FeedOutbox.Counts;
import org.ancregistry.server.registry.RegistryTables;
import org.ancregistry.server.registry.Shift;
import org.ancregistry.server.testing.MovedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class FeedDeliveryTest {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final String REFUSAL = """
        {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "conflict"}]}
        """;

    private final RegistryTables tables = RegistryTables.onH2();
    private final PlayedDirectory directory = new PlayedDirectory();
    private final MovedClock clock = new MovedClock();
    private final FeedOutbox outbox = new FeedOutbox(tables.jdbc(), clock);
    private final DirectoryCalls calls = directory.calls(Duration.ofSeconds(5), Duration.ofSeconds(30));
    private final KeptTrail trail = new KeptTrail();
    private final FeedDelivery delivery = new FeedDelivery(
            outbox,
            calls,
            new Women(),
            TransactionOperations.withoutTransaction(),
            new Auditor(trail, clock),
            new Shift(tables.jdbc(), clock, "phn-feed", Duration.ofMinutes(2)),
            clock);

    @AfterEach
    void close() {
        directory.close();
        tables.close();
    }

    @Test
    void setsAsideWhatTheDirectoryFailsOnWhileItHearsOthersAndWhatIsBehindItOfTheSameWoman() {
        failsOn(number(0, 0));
        write(0, 0);
        write(1, 0);
        write(0, 1);
        write(2, 0, 1, 2, 3, 4);
        write(0, 2);
        turns(8);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 3));
        assertThat(heard())
                .containsExactly(number(1, 0), number(2, 0), number(2, 1), number(2, 2), number(2, 3), number(2, 4));
        assertThat(answered()).containsExactly("The PHN directory answered 500", "behind 1", "behind 1");
    }

    @Test
    void keepsTellingOfHerAfterwards() {
        failsOn(number(0, 0));
        write(0, 0);
        write(1, 0, 1, 2, 3, 4);
        turns(6);
        write(0, 1);
        turns(1);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 1));
        assertThat(heard()).endsWith(number(0, 1));
    }

    @Test
    void setsNothingAsideInAnOutageHoweverLong() {
        directory.answersEach(503, "");
        write(0, 0, 1);
        write(1, 0);
        write(2, 0);
        turns(40);
        assertThat(outbox.counts()).isEqualTo(new Counts(4, 0));
        assertThat(outbox.isHeldUp()).isTrue();
        directory.bodies.clear();
        directory.answersEach(200, PlayedDirectory.NOTHING);
        turns(1);
        assertThat(directory.numbers()).containsExactly(number(0, 0), number(0, 1), number(1, 0), number(2, 0));
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0));
        assertThat(outbox.isHeldUp()).isFalse();
    }

    @Test
    void takesAFaultThatEndsForNone() {
        write(0, 0);
        write(1, 0, 1, 2, 3, 4, 5);
        for (var fault = 0; fault < 4; fault++) {
            directory.answers(500, "").answers(200, PlayedDirectory.NOTHING);
            turns(1);
        }
        turns(1);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0));
    }

    @Test
    void findsOutOfManyThatItFailsOnOneAfterAnother() {
        for (var woman = 0; woman < 4; woman++) {
            failsOn(number(woman, 0));
            write(woman, 0);
        }
        for (var woman = 4; woman < 50; woman++) {
            write(woman, 0);
        }
        turns(60);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 4));
        assertThat(heard()).hasSize(46);
    }

    @Test
    void takesARefusalOfAnotherForNoProofThatItHears() {
        failsOn(number(0, 0));
        write(0, 0);
        for (var woman = 1; woman < 9; woman++) {
            directory.answersAbout(number(woman, 0), 422, REFUSAL);
            write(woman, 0);
        }
        turns(30);
        assertThat(outbox.counts()).isEqualTo(new Counts(1, 8));
    }

    @Test
    void countsNoOutageTowardsWhatMayBeRefusedFiveTimes() {
        directory.answersEach(503, "");
        write(0, 0);
        turns(10);
        directory.answersEach(200, PlayedDirectory.NOTHING).answers(409, REFUSAL);
        turns(2);
        assertThat(outbox.counts()).isEqualTo(new Counts(0, 0));
    }

    @Test
    void writesDownOfWhomItToldAndWhatWasRefusedAndNothingOfAnOutage() {
        directory.answersAbout("|" + number(1, 0), 422, REFUSAL);
        directory.answers(503, "").answers(503, "");
        write(0, 0);
        write(1, 0);
        turns(3);
        assertThat(trail.kept)
                .extracting(AuditRecord::patient, AuditRecord::outcome)
                .containsExactly(tuple("Patient/0", "0"), tuple("Patient/1", "4"));
        assertThat(trail.kept).allSatisfy(event -> assertThat(event.resource()).contains("announce-number"));
        assertThat(trail.kept.get(1).resource()).contains("422 conflict");
    }

    @Test
    void keepsNobodyFromAsking() {
        failsOn(number(0, 0));
        write(0, 0);
        turns(20);
        assertThat(calls.isResting()).isFalse();
        assertThat(new FhirPhnDirectory(calls).holderOf(new Phn(number(9, 0)))).isEmpty();
    }

    private void failsOn(String number) {
        directory.answersAbout("|" + number, 500, "");
    }

    private void write(int woman, int... changes) {
        for (var change : changes) {
            outbox.add(new Phn(number(woman, change)), Women.reference(woman));
        }
    }

    private static String number(int woman, int change) {
        return Women.numbers(woman).get(change);
    }

    /** Each after the longest pause that there is. */
    private void turns(int count) {
        for (var turn = 0; turn < count; turn++) {
            delivery.turn();
            clock.moveOn(LONGEST_PAUSE);
        }
    }

    /** Without what it failed on. */
    private Stream<String> heard() {
        return directory.numbers().stream()
                .filter(number -> !number.equals(number(0, 0)) && !refused().contains(number));
    }

    private List<String> refused() {
        return tables.jdbc().queryForList("select phn from phn_feed where state = 'refused'", String.class);
    }

    private List<String> answered() {
        return tables.jdbc()
                .queryForList("select answered from phn_feed where state = 'refused' order by id", String.class);
    }
}
