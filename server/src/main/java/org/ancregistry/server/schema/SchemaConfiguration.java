package org.ancregistry.server.schema;

import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.MigrationResult;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * Migrates the database before anything reads it: first HAPI's tables with HAPI's own migrator, then the registry's.
 *
 * <p>Both take a lock in the database, so several nodes may start at once. Hibernate never makes or changes a table: a
 * schema that it once made has no history, and later migrations would skip steps in silence (hapi-fhir #8027).
 */
@Configuration(proxyBeanMethods = false)
public class SchemaConfiguration {

    /** Name of the bean that stands for HAPI's tables being there. */
    public static final String FHIR_TABLES = "fhirTables";

    /** Name of the bean that stands for the registry's own tables being there. */
    public static final String REGISTRY_TABLES = "registryTables";

    @Bean
    static WholeBatches wholeBatches() {
        return new WholeBatches();
    }

    @Bean(FHIR_TABLES)
    MigrationResult fhirTables(DataSource dataSource) {
        var migrator = new HapiMigrator(
                SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME,
                dataSource,
                DatabaseKind.of(dataSource).driver());
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        migrator.createMigrationTableIfRequired();
        return migrator.migrate();
    }

    /** Out of order, since each part of the registry numbers its steps in a range of its own. */
    @Bean(name = REGISTRY_TABLES, initMethod = "migrate")
    @DependsOn(FHIR_TABLES)
    Flyway registryTables(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(DatabaseKind.of(dataSource).scripts())
                .table("flyway_registry")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                .load();
    }
}
