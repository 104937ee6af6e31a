package org.ancregistry.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.ancregistry.operations.Problem;
import org.ancregistry.server.registry.Shift;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LaterMatchingTest {

    private static final Instant NOW = Instant.parse("2026-08-10T04:30:00Z");

    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final Shift shift = new Shift(jdbc, Clock.fixed(NOW, ZoneOffset.UTC), "match-later", Duration.ofMinutes(2));
    private final List<String> tried = new ArrayList<>();

    @BeforeEach
    void makeItDue() {
        jdbc.execute("create table housekeeping (job varchar(40) primary key, due_at timestamp with time zone)");
        jdbc.update("insert into housekeeping values ('match-later', ?)", Timestamp.from(NOW));
    }

    @Test
    void goesOnAfterAWomanAboutWhomNothingCanBeWritten() {
        matching(List.of("Task/1", "Task/2", "Task/3"), this::doneUnlessItIsTheFirst)
                .turn();
        assertThat(tried).containsExactly("Task/1", "Task/2", "Task/3");
        assertThat(pause()).isEqualTo(LaterMatching.PAUSE);
    }

    @Test
    void doesNotRunInCirclesAroundThoseThatAreRefused() {
        matching(Collections.nCopies(LaterMatching.AT_ONCE, "Task/1"), this::doneUnlessItIsTheFirst)
                .turn();
        assertThat(pause()).isEqualTo(LaterMatching.PAUSE);
    }

    @Test
    void stopsWhileTheDirectoryDoesNotAnswer() {
        matching(List.of("Task/1", "Task/2", "Task/3", "Task/4"), task -> !tried.add(task))
                .turn();
        assertThat(tried).containsExactly("Task/1", "Task/2", "Task/3");
        assertThat(pause()).isEqualTo(LaterMatching.PAUSE);
    }

    @Test
    void goesOnAfterAWomanAboutWhomTheDirectoryFails() {
        matching(List.of("Task/1", "Task/2", "Task/3"), task -> tried.add(task) && !task.equals("Task/1"))
                .turn();
        assertThat(tried).containsExactly("Task/1", "Task/2", "Task/3");
        assertThat(pause()).isEqualTo(LaterMatching.PAUSE);
    }

    @Test
    void goesOnAtOnceWhereThereIsMore() {
        matching(Collections.nCopies(LaterMatching.AT_ONCE, "Task/2"), tried::add)
                .turn();
        assertThat(tried).hasSize(LaterMatching.AT_ONCE);
        assertThat(pause()).isZero();
    }

    @Test
    void givesItsTurnBackWhateverComes() {
        Predicate<String> broken = task -> {
            throw new IllegalStateException("power cut");
        };
        assertThatThrownBy(() -> matching(List.of("Task/1"), broken).turn()).hasMessage("power cut");
        assertThat(pause()).isEqualTo(LaterMatching.PAUSE);
    }

    private LaterMatching matching(List<String> tasks, Predicate<String> work) {
        return new LaterMatching(most -> tasks, work, shift);
    }

    private boolean doneUnlessItIsTheFirst(String task) {
        tried.add(task);
        if (task.equals("Task/1")) {
            throw Problem.REQUEST_BUSY.because("Others write the same record.");
        }
        return true;
    }

    /** After which it is due again. */
    private Duration pause() {
        var due = jdbc.queryForObject("select due_at from housekeeping", Timestamp.class);
        return Duration.between(NOW, due == null ? Instant.MAX : due.toInstant());
    }
}
