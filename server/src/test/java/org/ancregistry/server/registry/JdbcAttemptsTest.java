package org.ancregistry.server.registry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcAttemptsTest {

    private static final int MOST = 3;
    private static final int MOST_AT_AN_ADDRESS = 30;

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private Instant now = Instant.parse("2026-11-22T05:00:00Z");
    private Optional<String> address = Optional.of("192.0.2.7");

    JdbcAttemptsTest() {
        new ResourceDatabasePopulator(new ClassPathResource("db/registry/V13__request_attempt.sql")).execute(database);
    }

    /** Each time another node, which remembers nothing. */
    private void attempt(String by) {
        var caller = new Caller(by, Role.DOCTOR, null, Set.of(), Set.of(), "tests", Purpose.TREATMENT, null);
        new JdbcAttempts(
                        new JdbcTemplate(database),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        Clock.fixed(now, ZoneOffset.UTC),
                        MOST,
                        () -> address)
                .count(caller, "$break-glass");
    }

    @Test
    void endsForACallerOnWhicheverNodeAndBeginsAgainLater() {
        for (var i = 0; i < MOST; i++) {
            attempt("Practitioner/1");
        }
        assertThatThrownBy(() -> attempt("Practitioner/1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Too many");
        assertThatCode(() -> attempt("Practitioner/2")).doesNotThrowAnyException();
        now = now.plus(Duration.ofMinutes(10));
        assertThatCode(() -> attempt("Practitioner/1")).doesNotThrowAnyException();
    }

    @Test
    void endsForAnAddressUnderHoweverManyNames() {
        for (var i = 0; i < MOST_AT_AN_ADDRESS; i++) {
            attempt("Practitioner/" + i);
        }
        assertThatThrownBy(() -> attempt("Practitioner/another"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Too many");
        address = Optional.of("192.0.2.8");
        assertThatCode(() -> attempt("Practitioner/another")).doesNotThrowAnyException();
    }
}
