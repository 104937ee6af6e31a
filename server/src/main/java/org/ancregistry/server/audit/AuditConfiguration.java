package org.ancregistry.server.audit;

import java.time.Clock;
import org.ancregistry.server.config.AuditKey;
import org.ancregistry.server.schema.SchemaConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the trail while the registry runs. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    @DependsOn(SchemaConfiguration.REGISTRY_TABLES)
    AuditSeals auditSeals(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditKey key, Clock clock) {
        return new AuditSeals(jdbc, new TransactionTemplate(transactions), new Fingerprints(key), clock);
    }

    @Bean
    AuditCheck auditCheck(JdbcTemplate jdbc, AuditKey key, Clock clock) {
        return new AuditCheck(JdbcClient.create(jdbc), new Fingerprints(key), clock);
    }
}
