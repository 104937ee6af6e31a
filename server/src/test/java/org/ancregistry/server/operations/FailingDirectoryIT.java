package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.server.directory.PlayedDirectory;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registry on H2 beside a directory that fails in every way that there is, and comes back. */
class FailingDirectoryIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final List<String> NAMES =
            List.of("Anoja Warnasuriya", "Badra Ilangakoon", "Champa Kotelawala", "Deepika Molligoda", "Eranga Silva");
    private static final String UNSPEAKABLE = "Yasodhara Unspeakable";

    private static PlayedDirectory directory;
    private static RunningRegistry registry;
    private static DecisionDesk desk;
    private static int women;

    private enum Fault {
        FAILS,
        HANGS,
        STOPS_IN_THE_MIDST,
        TALKS_RUBBISH;

        private PlayedDirectory befalls(PlayedDirectory fine) {
            var longer = Duration.ofSeconds(5);
            return switch (this) {
                case FAILS -> fine.answersEach(500, "");
                case HANGS -> fine.answersEachAfter(longer);
                case STOPS_IN_THE_MIDST -> fine.stopsInTheMidstOfEach(longer);
                case TALKS_RUBBISH -> fine.answersEach(200, "<html>Sign in to the hotel's network</html>");
            };
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        directory = new PlayedDirectory();
        var settings = new LinkedHashMap<>(RunningRegistry.h2());
        settings.putAll(directory.settings(folder));
        settings.put("anc.phn-directory.patience", "1s");
        settings.put("anc.phn-directory.rest", "3s");
        registry = RunningRegistry.start(settings);
        desk = new DecisionDesk(registry);
    }

    @AfterAll
    static void stop() {
        registry.close();
        directory.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void registersAllTheSameAndCatchesUpWhenItAnswers(Fault fault) {
        fault.befalls(directory);
        var registered = NAMES.stream()
                .map(FailingDirectoryIT::woman)
                .map(desk::registered)
                .toList();
        var tasks = registered.stream().flatMap(FailingDirectoryIT::toLookFor).toList();
        assertThat(tasks).hasSameSizeAs(registered);
        awaitReadiness("\"answers\":false");
        assertThat(registered.stream().flatMap(FailingDirectoryIT::toLookFor)).hasSameSizeAs(registered);
        directory.forgets();
        directory.answersEach(200, PlayedDirectory.NOTHING);
        awaitReadiness("\"waiting\":0");
        awaitReadiness("\"answers\":true");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> registered.stream()
                        .flatMap(FailingDirectoryIT::toLookFor)
                        .toList()
                        .isEmpty());
        assertThat(tasks)
                .allSatisfy(task -> assertThat(Tasks.decision(desk.read(Task.class, Canon.referenceTo(task))))
                        .contains("nobody-found"));
        assertThat(directory.numbers())
                .containsAll(registered.stream().map(DecisionDesk::phn).toList());
    }

    @Test
    void keepsNobodyWaitingForAWomanOfWhomItCannotBeTold() {
        directory.answersAbout(UNSPEAKABLE, 500, "");
        var unspeakable = desk.registered(woman(UNSPEAKABLE));
        var others = Stream.concat(NAMES.stream(), NAMES.stream())
                .map(FailingDirectoryIT::woman)
                .map(desk::registered)
                .map(DecisionDesk::phn)
                .toList();
        awaitReadiness("\"refused\":1");
        awaitReadiness("\"waiting\":0");
        assertThat(directory.numbers()).containsAll(others).contains(DecisionDesk.phn(unspeakable));
        directory.answersAbout(UNSPEAKABLE, 200, PlayedDirectory.NOTHING);
    }

    private static Patient woman(String name) {
        women++;
        var woman = Clinic.woman(name);
        woman.setBirthDateElement(
                new DateType(LocalDate.of(1990, 1, 1).plusDays(37L * women).toString()));
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("07" + (10_000_000 + 7919 * women));
        return woman;
    }

    private static Stream<Task> toLookFor(Parameters registered) {
        return registry
                .bean(OpenTasks.class)
                .about(Clinic.reference(registered, "patient"), Tasks.MATCH_LATER)
                .stream();
    }

    private static void awaitReadiness(String wanted) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Http.get(registry.baseUrl() + "/actuator/health/readiness")
                        .body()
                        .contains(wanted));
    }
}
