package org.ancregistry.portals.identitycheck;

import java.time.Clock;
import java.util.List;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts identity checks together. */
@Configuration(proxyBeanMethods = false)
class IdentityCheckConfiguration {

    @Bean
    SessionCheckLinks identityCheckLinks() {
        return new SessionCheckLinks();
    }

    @Bean
    EvidenceKeeper evidenceKeeper(
            JdbcIdentityEvidences evidences,
            List<IdentityDrafts> drafts,
            LinkedPeople links,
            PlatformTransactionManager transactions) {
        return new EvidenceKeeper(evidences, drafts, links, new TransactionTemplate(transactions), Clock.systemUTC());
    }
}
