package org.ancregistry.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What bulk changes bypass is found and mended, and an interrupted pass goes on where it stopped. */
class MatchReconcilingIT {

    private static final long NOBODY = 9_000_000_000L;

    static Stream<RunningRegistry> bothDatabases() {
        return Stream.of(RunningRegistry.onH2(), RunningRegistry.onPostgres());
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void entersWhomTheIndexLacksAndForgetsWhoIsGone(RunningRegistry registry) {
        var jdbc = registry.bean(JdbcTemplate.class);
        var job = thatNobodyElseRuns(registry);
        var lost = woman(registry, "Sepalika Gunatilaka");
        var outdated = woman(registry, "Niranjala Abeykoon");
        job.pass();
        var before = index(jdbc, lost, outdated);
        jdbc.update("delete from match_key where person = ?", lost);
        jdbc.update("delete from match_person where person = ?", lost);
        jdbc.update("update match_person set version = 0, said = '{\"names\":[]}' where person = ?", outdated);
        jdbc.update(
                "insert into match_person (person, patient, version, said) values (?, 'Patient/x', 1, '{}')", NOBODY);
        jdbc.update("insert into match_key (k, person) values (1, ?)", NOBODY);

        assertThat(job.pass()).isGreaterThanOrEqualTo(2);

        assertThat(index(jdbc, lost, outdated)).isEqualTo(before);
        assertThat(index(jdbc, NOBODY)).isEmpty();
        assertThat(number(jdbc, "select women from match_census"))
                .isEqualTo(number(jdbc, "select count(*) from match_person"));
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void goesOnWhereItWasInterrupted(RunningRegistry registry) {
        var jdbc = registry.bean(JdbcTemplate.class);
        var job = thatNobodyElseRuns(registry);
        var earlier = woman(registry, "Yasodara Edirisinghe");
        var later = woman(registry, "Imesha Ratnatunga");
        job.pass();
        jdbc.update("update match_person set version = 0 where person in (?, ?)", earlier, later);
        jdbc.update(
                "insert into match_progress (last_person, mended, started_at) values (?, 7, current_timestamp)",
                earlier);

        assertThat(job.pass()).as("with those that were mended before").isGreaterThanOrEqualTo(8);

        assertThat(number(jdbc, "select version from match_person where person = " + earlier))
                .isZero();
        assertThat(number(jdbc, "select version from match_person where person = " + later))
                .isPositive();
        job.pass();
        assertThat(number(jdbc, "select version from match_person where person = " + earlier))
                .as("the next pass begins anew")
                .isPositive();
    }

    /** The schedule would take over a pass that was interrupted before the test does. */
    private static MatchReconciling thatNobodyElseRuns(RunningRegistry registry) {
        registry.bean(JdbcTemplate.class)
                .update(
                        "update housekeeping set due_at = ? where job = 'match-index'",
                        Timestamp.from(Instant.now().plus(Duration.ofDays(1))));
        return registry.bean(MatchReconciling.class);
    }

    private static List<Map<String, Object>> index(JdbcTemplate jdbc, long... persons) {
        return Arrays.stream(persons)
                .boxed()
                .flatMap(person -> jdbc
                        .queryForList(
                                "select p.patient, p.version, p.area, p.said, k.k from match_person p"
                                        + " join match_key k on k.person = p.person where p.person = ? order by k.k",
                                person)
                        .stream())
                .toList();
    }

    private static long number(JdbcTemplate jdbc, String query) {
        var number = jdbc.queryForObject(query, Long.class);
        return number == null ? -1 : number;
    }

    private static long woman(RunningRegistry registry, String name) {
        var woman = new Patient().setBirthDateElement(new DateType("1993-09-14"));
        woman.addName().setText(name);
        return registry.bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .create(woman, new SystemRequestDetails())
                .getId()
                .getIdPartAsLong();
    }
}
