package org.ancregistry.server.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

class WholeBatchesTest {

    private static final String PROPERTY = "reWriteBatchedInserts";

    private final HikariDataSource pool = new HikariDataSource();

    @Test
    void sendsABatchAsOneStatementOnPostgres() {
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1/registry");
        assertThat(prepared()).isEqualTo("true");
    }

    @Test
    void keepsWhatTheInstallationSays() {
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1/registry");
        pool.addDataSourceProperty(PROPERTY, "false");
        assertThat(prepared()).isEqualTo("false");
    }

    /** H2 refuses a property that it does not know. */
    @Test
    void leavesAnotherDatabaseAlone() {
        pool.setJdbcUrl("jdbc:h2:mem:try-out");
        assertThat(prepared()).isNull();
    }

    private Object prepared() {
        new WholeBatches().postProcessBeforeInitialization(pool, "dataSource");
        return pool.getDataSourceProperties().get(PROPERTY);
    }
}
