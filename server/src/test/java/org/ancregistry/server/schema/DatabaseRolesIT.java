package org.ancregistry.server.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.audit.AuditSeals;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry runs as a user of the database who may only add to the audit trail and read it. */
class DatabaseRolesIT {

    private static final String URL = TestPostgres.shared().newDatabase();
    private static RunningRegistry registry;
    private static Village village;

    @BeforeAll
    static void startAsTheApplicationsUser() throws IOException, SQLException {
        var roles = Files.readString(Path.of("../docker/database-roles.sql"));
        as(TestPostgres.shared().user(), roles);
        Migrate.run(
                "migrate",
                "--spring.datasource.url=" + URL,
                "--spring.datasource.username=anc_owner",
                "--logging.level.root=warn");
        as(TestPostgres.shared().user(), roles);
        registry = RunningRegistry.start(Map.of(
                "spring.datasource.url", URL,
                "spring.datasource.username", "anc_app",
                "spring.datasource.password", ""));
        village = new Village(registry);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    private static void as(String user, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(URL, user, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theRegistryWorksAndWritesItsTrail() throws SQLException {
        var api = new Api(registry);
        var midwife = village.midwife(village.phm1);
        assertThat(api.get(midwife, village.nimali.patient()).status()).isEqualTo(200);
        assertThat(api.get(village.herself(village.nimali), "AuditEvent?patient=" + village.nimali.id())
                        .body())
                .contains(midwife.id());
        registry.bean(AuditSeals.class).seal();
        as("anc_app", "select count(*) from audit_sealed");
        as("anc_app", "update request_attempt set attempts = attempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set agent = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "drop table audit_event",
                "delete from audit_seal",
                "update audit_sealed set seal = 0",
                "alter table audit_event disable trigger all",
                "drop trigger audit_event_append_only on audit_event",
                "set session_replication_role = replica",
                "create table mine (id int)"
            })
    void itsUserCannotChangeTheTrail(String sql) {
        assertThatThrownBy(() -> as("anc_app", sql))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
