package org.ancregistry.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class HealthIT {

    @Test
    void becomesReadyOnceWarm() {
        var registry = RunningRegistry.onH2();

        awaitReadiness(registry, "{\"status\":\"UP\"");

        assertThat(Http.get(registry.baseUrl() + "/actuator/health/liveness").body())
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void saysThatTheDatabaseIsGoneAndNothingAboutIt() {
        try (var database = TestPostgres.durable();
                var registry = RunningRegistry.start(RunningRegistry.postgres(database))) {
            awaitReadiness(registry, "{\"status\":\"UP\"");

            database.stop();
            awaitReadiness(registry, "The database does not answer.");

            var answer = readiness(registry);
            assertThat(answer).doesNotContain("jdbc", "127.0.0.1", "Exception", "postgres");
            assertThat(Http.get(registry.baseUrl() + "/actuator/health/liveness")
                            .statusCode())
                    .as("a restart would not help")
                    .isEqualTo(200);
        }
    }

    @Test
    void saysThatTheDatabaseLacksMigrations() {
        try (var registry = RunningRegistry.start(RunningRegistry.h2())) {
            awaitReadiness(registry, "{\"status\":\"UP\"");

            registry.bean(JdbcTemplate.class).execute("drop table \"flyway_registry\"");

            assertThat(readiness(registry)).contains("lacks migration steps");
        }
    }

    private static void awaitReadiness(RunningRegistry registry, String wanted) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> readiness(registry).contains(wanted));
    }

    private static String readiness(RunningRegistry registry) {
        return Http.get(registry.baseUrl() + "/actuator/health/readiness").body();
    }
}
