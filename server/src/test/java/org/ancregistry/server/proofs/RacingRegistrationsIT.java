package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.server.proofs.Desk.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One woman, two midwives, the same moment: she has one record and one number, and the later one is told what to do. */
class RacingRegistrationsIT {

    private static final int PAIRS = Boolean.getBoolean("anc.long") ? 1_000 : 100;
    private static final String CONCERNS = "https://ancregistry.org/fhir/StructureDefinition/anc-problem-concerns";

    static Stream<RunningRegistry> bothDatabases() {
        return Stream.of(RunningRegistry.onH2(), RunningRegistry.onPostgres());
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void oneOfTwoRegistrationsOfAWomanWins(RunningRegistry registry) throws Exception {
        var desk = new Desk(registry.fhirBase());
        var gampaha = Gampaha.at(desk);
        var evidence = new Evidence(registry);
        var races = IntStream.range(0, PAIRS)
                .mapToObj(i -> race(i, evidence, gampaha.kumari(), gampaha.sunethra()))
                .toList();
        run(desk, races);
        races.forEach(race -> assertOneWon(race, registry));
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void oneOfTwoWomenGetsTheNumberOnACard(RunningRegistry registry) throws Exception {
        var desk = new Desk(registry.fhirBase());
        var gampaha = Gampaha.at(desk);
        var cards = new PhnFactory(PhnPolicy.sriLanka("9903"), new SecureRandom());
        var races = Stream.generate(() -> cards.candidate("9903").value())
                .limit(PAIRS / 5)
                .map(card -> {
                    var first = Woman.next();
                    var one = Registration.told(first).withCard(card);
                    var other = Registration.told(Woman.next()).withCard(card);
                    return new Race(first, gampaha.kumari(), one, gampaha.kumari(), other);
                })
                .toList();
        run(desk, races);
        for (var race : races) {
            assertThat(race.statuses()).containsExactlyInAnyOrder(200, 409);
            assertThat(race.refusal().problem()).isIn("phn-bound-to-another", "phn-already-held");
            assertNothingIsLeftOf(race.loser(), registry);
        }
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void aRequestThatIsSentTwiceAtOnceIsOneRegistration(RunningRegistry registry) throws Exception {
        var desk = new Desk(registry.fhirBase());
        var gampaha = Gampaha.at(desk);
        var evidence = new Evidence(registry);
        var races = IntStream.range(0, PAIRS / 5)
                .mapToObj(i -> {
                    var woman = Woman.next();
                    var once = evidence.registration(woman, gampaha.kumari());
                    return new Race(woman, gampaha.kumari(), once, gampaha.kumari(), once);
                })
                .toList();
        run(desk, races);
        for (var race : races) {
            assertThat(race.statuses()).containsExactly(200, 200);
            assertThat(race.answers)
                    .extracting(answer -> answer.value("repeated"))
                    .containsExactlyInAnyOrder("true", "false");
            assertThat(race.answers)
                    .extracting(answer -> answer.value("patient"))
                    .containsExactly(
                            race.winner().value("patient"), race.winner().value("patient"));
            assertThat(race.answers)
                    .extracting(RacingRegistrationsIT::phn)
                    .containsExactly(phn(race.winner()), phn(race.winner()));
            assertHasOneRecord(race.woman, race.winner(), registry);
        }
    }

    /** In turn: both with her own sign-in, both with the number that she told, one with this and one with that. */
    private static Race race(int kind, Evidence evidence, Caller kumari, Caller sunethra) {
        var woman = Woman.next();
        var first = kind % 3 == 1 ? Registration.told(woman) : evidence.registration(woman, kumari);
        var second = kind % 3 == 0 ? evidence.registration(woman, sunethra) : Registration.told(woman);
        return new Race(woman, kumari, first, sunethra, second);
    }

    private static void assertOneWon(Race race, RunningRegistry registry) {
        assertThat(race.statuses()).containsExactlyInAnyOrder(200, 409);
        var refused = race.refusal();
        assertThat(refused.problem()).isEqualTo("subject-already-registered");
        assertThat(refused.issue().getDiagnostics()).contains("open that record");
        if (refused.issue().hasExtension(CONCERNS)) {
            var named = (Reference) refused.issue().getExtensionByUrl(CONCERNS).getValue();
            assertThat(named.getReference()).isEqualTo(race.winner().value("patient"));
        }
        assertHasOneRecord(race.woman, race.winner(), registry);
        assertNothingIsLeftOf(race.loser(), registry);
    }

    private static void assertHasOneRecord(Woman woman, Answer winner, RunningRegistry registry) {
        var named = new SearchParameterMap().setLoadSynchronous(true);
        named.add("name", new StringParam(woman.name(), true));
        var hers = registry.bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .searchForResources(named, new SystemRequestDetails());
        assertThat(hers).hasSize(1);
        assertThat("Patient/" + hers.get(0).getIdElement().getIdPart()).isEqualTo(winner.value("patient"));
        assertThat(hers.get(0).getIdentifier()).hasSize(1);
        assertThat(hers.get(0).getIdentifierFirstRep().getValue()).isEqualTo(phn(winner));
        var held = registry.bean(JdbcTemplate.class)
                .queryForList("select phn from phn_holder where patient = ?", String.class, winner.value("patient"));
        assertThat(held).containsExactly(phn(winner));
    }

    private static void assertNothingIsLeftOf(Registration loser, RunningRegistry registry) {
        var jdbc = registry.bean(JdbcTemplate.class);
        assertThat(jdbc.queryForList(
                        "select request_id from registry_request where request_id = ?",
                        String.class,
                        loser.requestId()))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select phn from issued_phn where request_id like ?", String.class, "%" + loser.requestId()))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select draft from identity_evidence where used_by like ?",
                        String.class,
                        "%" + loser.requestId()))
                .isEmpty();
    }

    private static String phn(Answer answer) {
        return ((Identifier) answer.parameters().getParameter("phn").getValue()).getValue();
    }

    private static void run(Desk desk, List<Race> races) throws ExecutionException, InterruptedException {
        var runners = Executors.newFixedThreadPool(8);
        try {
            var running = races.stream().map(race -> race.start(desk, runners)).toList();
            for (var i = 0; i < races.size(); i++) {
                for (var answer : running.get(i)) {
                    races.get(i).answers.add(answer.get());
                }
            }
        } finally {
            runners.shutdownNow();
        }
    }

    /** Two requests that start together. */
    private static final class Race {

        private final Woman woman;
        private final List<Caller> callers;
        private final List<Registration> registrations;
        private final CountDownLatch bothReady = new CountDownLatch(2);
        private final List<Answer> answers = new ArrayList<>();

        Race(Woman woman, Caller first, Registration one, Caller second, Registration other) {
            this.woman = woman;
            this.callers = List.of(first, second);
            this.registrations = List.of(one, other);
        }

        List<Future<Answer>> start(Desk desk, ExecutorService runners) {
            return Stream.of(0, 1)
                    .map(which -> runners.submit(() -> {
                        bothReady.countDown();
                        bothReady.await();
                        return desk.tried(
                                callers.get(which),
                                Registration.PATH,
                                registrations.get(which).asked());
                    }))
                    .toList();
        }

        List<Integer> statuses() {
            return answers.stream().map(Answer::status).toList();
        }

        Answer winner() {
            return answers.get(won());
        }

        Answer refusal() {
            return answers.get(1 - won());
        }

        Registration loser() {
            return registrations.get(1 - won());
        }

        private int won() {
            return answers.get(0).status() == 200 ? 0 : 1;
        }
    }
}
