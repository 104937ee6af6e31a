package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;

class AuditSealOnPostgresIT extends AuditSealRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }

    /** As somebody who may switch the database's own guards off. */
    @Override
    void asOwner(String sql, Object... values) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (var guards = connection.createStatement();
                    var change = connection.prepareStatement(sql)) {
                guards.execute("set session_replication_role = replica");
                for (var i = 0; i < values.length; i++) {
                    change.setObject(i + 1, values[i]);
                }
                change.executeUpdate();
                guards.execute("set session_replication_role = origin");
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set agent = 'x'",
                "delete from audit_event",
                "truncate audit_event",
                "delete from audit_seal",
                "update audit_sealed set seal = 0"
            })
    void theDatabaseItselfRefusesToChangeTheTrail(String sql) {
        assertThatThrownBy(() -> jdbc.execute(sql)).hasMessageContaining("append-only");
    }
}
