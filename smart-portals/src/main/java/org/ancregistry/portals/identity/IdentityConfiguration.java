package org.ancregistry.portals.identity;

import javax.sql.DataSource;
import org.ancregistry.domain.identity.LinkAudit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the stores of identity, which the server's operations find too. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    JdbcLinkedPeople linkedPeople(
            DataSource database, PlatformTransactionManager transactions, ObjectProvider<LinkAudit> audit) {
        return new JdbcLinkedPeople(
                new JdbcTemplate(database),
                new TransactionTemplate(transactions),
                (person, by, linked) -> audit.getIfAvailable(LinkAudit::none).changed(person, by, linked));
    }

    @Bean
    JdbcIdentityEvidences identityEvidences(DataSource database) {
        return new JdbcIdentityEvidences(JdbcClient.create(database));
    }

    @Bean
    EvidenceHousekeeping evidenceHousekeeping(JdbcIdentityEvidences evidences) {
        return new EvidenceHousekeeping(evidences);
    }

    /** Deletes evidence that nobody used in time, on every node alike: deleting twice does no harm. */
    static final class EvidenceHousekeeping {

        private final JdbcIdentityEvidences evidences;

        EvidenceHousekeeping(JdbcIdentityEvidences evidences) {
            this.evidences = evidences;
        }

        @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
        void forgetUnused() {
            evidences.forgetUnused();
        }
    }
}
