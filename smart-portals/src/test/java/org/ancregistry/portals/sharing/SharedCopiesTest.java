package org.ancregistry.portals.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class SharedCopiesTest {

    private static final String HER = "Patient/1";
    private static final String OTHER = "Patient/2";
    private static final String CONTENT = "her record";
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    private JdbcClient database;
    private SharedCopies copies;

    @BeforeEach
    void emptyTable() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/portals/V60__shared_record.sql")).execute(source);
        database = JdbcClient.create(source);
        copies = after(Duration.ZERO);
    }

    @Test
    void opensWithLinkAndPin() {
        var given = copies.give(HER, CONTENT);
        var shown = copies.open(given.token(), given.pin()).shown().orElseThrow();
        assertThat(shown.content()).isEqualTo(CONTENT);
        assertThat(shown.patient()).isEqualTo(HER);
        copies.opened(given.token());
        assertThat(copies.of(HER)).singleElement().satisfies(open -> {
            assertThat(open.opened()).isEqualTo(1);
            assertThat(open.lastOpened()).isEqualTo(NOW);
        });
    }

    @Test
    void closesForGoodAfterThreeWrongPins() {
        var given = copies.give(HER, CONTENT);
        for (var i = 1; i < SharedCopies.TRIES; i++) {
            assertThat(copies.open(given.token(), otherThan(given.pin())).shut())
                    .isEmpty();
        }
        var last = copies.open(given.token(), otherThan(given.pin()));
        assertThat(last.shown()).isEmpty();
        assertThat(last.shut()).as("told once").contains(HER);
        var after = copies.open(given.token(), given.pin());
        assertThat(after.shown()).isEmpty();
        assertThat(after.shut()).isEmpty();
        assertThat(copies.of(HER))
                .as("she sees what became of it")
                .singleElement()
                .matches(SharedCopies.Open::shut);
    }

    @Test
    void forgetsSlipsOnceThePinWasRight() {
        var given = copies.give(HER, CONTENT);
        copies.open(given.token(), otherThan(given.pin()));
        copies.open(given.token(), otherThan(given.pin()));
        assertThat(copies.open(given.token(), given.pin()).shown()).isPresent();
        copies.opened(given.token());
        copies.open(given.token(), otherThan(given.pin()));
        assertThat(copies.open(given.token(), given.pin()).shown()).isPresent();
    }

    @Test
    void isOverAfterAQuarterOfAnHour() {
        var given = copies.give(HER, CONTENT);
        assertThat(after(Duration.ofMinutes(14))
                        .open(given.token(), given.pin())
                        .shown())
                .isPresent();
        var later = after(Duration.ofMinutes(15));
        assertThat(later.open(given.token(), given.pin()).shown()).isEmpty();
        assertThat(later.of(HER)).isEmpty();
        after(Duration.ofMinutes(16)).forgetOver();
        assertThat(rows()).isZero();
    }

    @Test
    void isEndedByHerAndNobodyElse() {
        var given = copies.give(HER, CONTENT);
        var id = copies.of(HER).get(0).id();
        copies.end(OTHER, id);
        assertThat(copies.of(HER)).hasSize(1);
        assertThat(copies.of(OTHER)).isEmpty();
        copies.end(HER, id);
        assertThat(copies.open(given.token(), given.pin()).shown()).isEmpty();
    }

    @Test
    void keepsNothingThatOpensItInTheTable() {
        var given = copies.give(HER, CONTENT);
        assertThat(database.sql("select * from shared_record")
                        .query()
                        .singleRow()
                        .values())
                .noneMatch(value -> String.valueOf(value).contains(given.token())
                        || String.valueOf(value).equals(given.pin())
                        || String.valueOf(value).contains(CONTENT));
        assertThat(given.toString()).doesNotContain(given.pin(), given.token());
    }

    private SharedCopies after(Duration duration) {
        return new SharedCopies(database, Clock.fixed(NOW.plus(duration), ZoneOffset.UTC));
    }

    private int rows() {
        return database.sql("select count(*) from shared_record")
                .query(Integer.class)
                .single();
    }

    private static String otherThan(String pin) {
        return pin.equals("000000") ? "000001" : "000000";
    }
}
