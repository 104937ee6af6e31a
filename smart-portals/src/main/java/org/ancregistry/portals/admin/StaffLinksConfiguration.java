package org.ancregistry.portals.admin;

import javax.sql.DataSource;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.ancregistry.portals.signin.LinkCodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Binds the administration's pages to the database of links. */
@Configuration(proxyBeanMethods = false)
class StaffLinksConfiguration {

    @Bean
    StaffLinks staffLinks(
            DataSource database,
            PlatformTransactionManager transactions,
            LinkCodes codes,
            JdbcLinkedPeople links,
            IssuedTokens tokens) {
        return new JdbcStaffLinks(
                JdbcClient.create(database), new TransactionTemplate(transactions), codes, links, tokens);
    }
}
