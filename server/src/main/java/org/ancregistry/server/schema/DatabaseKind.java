package org.ancregistry.server.schema;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.dialect.Dialect;

/** The two databases the registry runs on, told apart by asking the database itself rather than by configuration. */
public enum DatabaseKind {
    H2(DriverTypeEnum.H2_EMBEDDED, HapiFhirH2Dialect.class),
    POSTGRESQL(DriverTypeEnum.POSTGRES_9_4, HapiFhirPostgresDialect.class);

    private final DriverTypeEnum driver;
    private final Class<? extends Dialect> dialect;

    DatabaseKind(DriverTypeEnum driver, Class<? extends Dialect> dialect) {
        this.driver = driver;
        this.dialect = dialect;
    }

    /**
     * What {@code dataSource} leads to.
     *
     * @throws IllegalStateException when it is neither H2 nor PostgreSQL, or does not answer
     */
    public static DatabaseKind of(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return named(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not answer; check spring.datasource.*", failure);
        }
    }

    private static DatabaseKind named(String product) {
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new IllegalStateException("Use PostgreSQL, or H2 to try out; not " + product + ".");
        };
    }

    /** HAPI's own dialect, without which its large texts end up in PostgreSQL large objects. */
    public String dialect() {
        return dialect.getName();
    }

    /** Where the registry's own migrations lie; PostgreSQL can also be told what H2 cannot. */
    String[] scripts() {
        return this == POSTGRESQL
                ? new String[] {"classpath:db/registry", "classpath:db/registry-postgresql"}
                : new String[] {"classpath:db/registry"};
    }

    DriverTypeEnum driver() {
        return driver;
    }
}
