package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.proofs.Desk.Answer;
import org.ancregistry.server.testing.RegistryProcess;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The server is killed again and again while midwives register mothers. Nothing is ever half there, and whoever got no
 * answer asks again and gets one. A second node, which nobody kills, looks at the same database.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledInTheMiddleIT {

    private static final int KILLS = Boolean.getBoolean("anc.long") ? 50 : 3;
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final int MIDWIVES = 6;
    private static final int MOTHERS = 40;

    private static TestPostgres postgres;
    private static Map<String, String> database;
    private static RunningRegistry survivor;
    private static Gampaha gampaha;

    private final Map<String, Answer> answered = new ConcurrentHashMap<>();
    private final Queue<Registration> cutOff = new ConcurrentLinkedQueue<>();
    private final Queue<Registration> sent = new ConcurrentLinkedQueue<>();
    private int asked;
    private int doneAllTheSame;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.durable();
        database = RunningRegistry.postgres(postgres);
        survivor = RunningRegistry.start(database);
        gampaha = Gampaha.at(new Desk(survivor.fhirBase()));
    }

    @AfterAll
    static void stop() {
        survivor.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void leavesNoHalfRegistrationAndAnswersWhoeverAsksAgain(TestReporter reporter) throws InterruptedException {
        for (var kill = 0; kill < KILLS; kill++) {
            try (var registry = RegistryProcess.start(database).ready()) {
                askAgain(new Desk(registry.fhirBase()));
                registerUntilKilled(registry);
            }
            assertThat(bookkeeping().faults()).isEmpty();
        }
        askAgain(new Desk(survivor.fhirBase()));
        assertThat(bookkeeping().faults()).isEmpty();
        assertEveryoneIsRegisteredOnce();
        reporter.publishEntry("interrupted", asked + ", of which done all the same " + doneAllTheSame);
    }

    @Test
    void wouldNoticeARegistrationThatIsHalfThere() {
        var jdbc = survivor.bean(JdbcTemplate.class);
        jdbc.update("insert into strong_key (kind, val, patient) values ('test', 'half', 'Patient/0')");
        jdbc.update("insert into issued_phn (phn, state, request_id, issued_at)"
                + " values ('9902BCDFGHJ', 'issued', 'half', current_timestamp)");
        assertThat(bookkeeping().faults())
                .containsEntry("a key of a woman who is not there", List.of("Patient/0"))
                .containsEntry("a number that is issued and nobody's", List.of("9902BCDFGHJ"));
        jdbc.update("delete from issued_phn where request_id = 'half'");
        jdbc.update("delete from strong_key where val = 'half'");
    }

    @Test
    @Order(2)
    void answersWhoIsWaitingWhenItIsToldToStopAndLetsNobodyNewIn() throws Exception {
        var registration = Registration.told(Woman.next());
        try (var registry = RegistryProcess.start(database).ready();
                var numbers = survivor.bean(DataSource.class).getConnection()) {
            var desk = new Desk(registry.fhirBase());
            holdUp(numbers);
            var answer =
                    CompletableFuture.supplyAsync(() -> desk.tried(midwife(), Registration.PATH, registration.asked()));
            await("the registration to be in the middle", this::somebodyWaitsForNumbers);
            registry.tellToStop();
            await("the door to close", () -> !registry.letsIn());
            assertThat(answer).as("the answer").isNotDone();
            numbers.rollback();
            assertThat(answer.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
            assertThat(registry.endsWithin(IN_TIME)).as("ended by itself").isTrue();
        }
        var again = new Desk(survivor.fhirBase()).must(midwife(), Registration.PATH, registration.asked());
        assertThat(again.value("repeated")).isEqualTo("true");
        assertWhole(again.value("patient"));
        assertThat(bookkeeping().faults()).isEmpty();
    }

    /** Nobody gets a number before that connection lets go. */
    private static void holdUp(Connection numbers) throws SQLException {
        numbers.setAutoCommit(false);
        try (var lock = numbers.createStatement()) {
            lock.execute("lock table issued_phn in exclusive mode");
        }
    }

    private boolean somebodyWaitsForNumbers() {
        return bookkeeping()
                        .number("select count(*) from pg_locks where not granted and relation = 'issued_phn'::regclass")
                > 0;
    }

    private static void await(String what, BooleanSupplier happened) throws InterruptedException {
        var end = Instant.now().plus(IN_TIME);
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as("waited in vain for " + what).isBefore(end);
            Thread.sleep(50);
        }
    }

    private void registerUntilKilled(RegistryProcess registry) throws InterruptedException {
        var evidence = new Evidence(survivor);
        var waiting = new ConcurrentLinkedQueue<Registration>();
        IntStream.range(0, MOTHERS)
                .mapToObj(i ->
                        i % 2 == 0 ? evidence.registration(Woman.next(), midwife()) : Registration.told(Woman.next()))
                .forEach(waiting::add);
        var some = new CountDownLatch(ThreadLocalRandom.current().nextInt(3, MOTHERS / 2));
        var desk = new Desk(registry.fhirBase());
        var midwives = Executors.newFixedThreadPool(MIDWIVES);
        IntStream.range(0, MIDWIVES).forEach(i -> midwives.execute(() -> registerAll(desk, waiting, some)));
        assertThat(some.await(2, TimeUnit.MINUTES))
                .as("enough registrations before the kill")
                .isTrue();
        registry.kill();
        midwives.shutdown();
        assertThat(midwives.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(cutOff).as("registrations that the kill interrupted").isNotEmpty();
    }

    /** Until the server is gone: the one that it takes along is asked again later. */
    private void registerAll(Desk desk, Queue<Registration> waiting, CountDownLatch some) {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            sent.add(next);
            try {
                keep(next, desk.send(midwife(), Registration.PATH, next.asked()));
                some.countDown();
            } catch (IOException cut) {
                cutOff.add(next);
                return;
            }
        }
    }

    private void keep(Registration registration, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        answered.put(registration.requestId(), answer);
    }

    /** Those who got no answer, and some who did: they are told the same once more. */
    private void askAgain(Desk desk) {
        for (var registration = cutOff.poll(); registration != null; registration = cutOff.poll()) {
            var answer = desk.must(midwife(), Registration.PATH, registration.asked());
            asked++;
            doneAllTheSame += answer.value("repeated").equals("true") ? 1 : 0;
            answered.put(registration.requestId(), answer);
        }
        sent.stream().limit(MIDWIVES).forEach(registration -> {
            var again = desk.must(midwife(), Registration.PATH, registration.asked());
            assertThat(again.value("repeated")).isEqualTo("true");
            assertThat(facts(again)).isEqualTo(facts(answered.get(registration.requestId())));
        });
    }

    private static List<String> facts(Answer answer) {
        return answer.parameters().getParameter().stream()
                .filter(parameter -> !parameter.getName().equals("repeated"))
                .map(parameter -> new Parameters().addParameter(parameter))
                .map(one -> FhirContext.forR4Cached().newJsonParser().encodeResourceToString(one))
                .toList();
    }

    private void assertEveryoneIsRegisteredOnce() {
        var everyone = answered.size();
        assertThat(sent).hasSize(everyone);
        assertThat(answered.values().stream()
                        .map(answer -> answer.value("patient"))
                        .distinct())
                .hasSize(everyone);
        var books = bookkeeping();
        for (var type : List.of("Patient", "EpisodeOfCare", "Encounter", "Consent", "Provenance", "CarePlan")) {
            assertThat(books.count(type)).as(type).isEqualTo(everyone);
        }
        assertThat(books.number("select count(*) from registry_request where operation = '$register-anc'"))
                .isEqualTo(everyone);
        assertThat(books.number("select count(distinct phn) from phn_holder")).isEqualTo(everyone);
        assertThat(books.number("select count(distinct sp_value) from hfj_spidx_token where res_type = 'Patient'"
                        + " and sp_name = 'identifier' and sp_value like '" + gampaha.pointOfIssue + "%'"))
                .isEqualTo(everyone);
        assertThat(
                        books.number(
                                "select count(*) from audit_event where action = 'C' and outcome = '0' and patient is not null"))
                .isEqualTo(everyone);
        answered.values().forEach(answer -> assertWhole(answer.value("patient")));
    }

    /** She has everything that a registration leaves; the record itself checks what its Provenance names. */
    private static void assertWhole(String patient) {
        var types = StoredRecord.of(survivor, patient).all().stream()
                .map(resource -> resource.fhirType())
                .toList();
        assertThat(types)
                .contains("Patient", "EpisodeOfCare", "Encounter", "Observation", "Consent", "Provenance", "CarePlan");
    }

    private static Caller midwife() {
        return gampaha.kumari();
    }

    private static Bookkeeping bookkeeping() {
        return new Bookkeeping(survivor.bean(JdbcTemplate.class));
    }
}
