package org.ancregistry.server.directory;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.PhnDirectory;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.matchlater.MatchingLater;
import org.ancregistry.portals.keys.KeyFiles;
import org.ancregistry.server.config.InstallationProperties;
import org.ancregistry.server.registry.Shift;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The country's own directory, where one is configured; otherwise nobody outside is asked or told. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = DirectoryProperties.PREFIX, name = "url")
class DirectoryConfiguration {

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** A call waits for a token, for an answer, and for both once more: a connection and an answer each time. */
    private static final int WAITS_OF_A_CALL = 12;

    @Bean
    DirectoryCalls directoryCalls(DirectoryProperties properties, Clock clock) {
        var http = new DirectoryHttp(properties.patience());
        var client = new DirectoryToken.Client(
                given(properties.tokenEndpoint()),
                given(properties.clientId()),
                KeyFiles.privateKey(given(properties.keyFile())),
                properties.kid(),
                properties.scopes());
        var token = new DirectoryToken(http, client, clock);
        return new DirectoryCalls(given(properties.url()), http, token, properties.rest());
    }

    private static <T> T given(@Nullable T setting) {
        return Objects.requireNonNull(setting, "The directory's settings are whole or not there.");
    }

    @Bean
    PhnDirectory phnDirectory(DirectoryCalls directory) {
        return new FhirPhnDirectory(directory);
    }

    /** It asks with a circuit breaker of its own: a woman about whom the directory fails each time keeps no clinic from asking. */
    @Bean
    LaterMatching laterMatching(
            DaoRegistry daos,
            Transactions transactions,
            Records records,
            PhnRegister register,
            LikelyRecords likely,
            DirectoryCalls directory,
            JdbcTemplate jdbc,
            Clock clock,
            DirectoryProperties properties,
            InstallationProperties installation) {
        var look = new OutsideLook(new FhirPhnDirectory(directory.apart()), register, likely);
        var later = new MatchingLater(transactions, records, look, clock.withZone(installation.timeZone()));
        var shift = new Shift(jdbc, clock, "match-later", lease(properties));
        return new LaterMatching(new OpenLooks(daos)::oldest, later::work, shift);
    }

    @Bean
    FeedOutbox phnFeedOutbox(JdbcTemplate jdbc, Clock clock) {
        return new FeedOutbox(jdbc, clock);
    }

    @Bean
    FeedKeeper phnFeedKeeper(FeedOutbox outbox) {
        return new FeedKeeper(outbox);
    }

    @Bean
    FeedDelivery phnFeedDelivery(
            FeedOutbox outbox,
            DirectoryCalls directory,
            Records records,
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            Auditor auditor,
            DirectoryProperties properties,
            Clock clock) {
        var shift = new Shift(jdbc, clock, "phn-feed", lease(properties));
        return new FeedDelivery(outbox, directory, records, new TransactionTemplate(manager), auditor, shift, clock);
    }

    /** Longer than a call may take, so that no other node takes over in the midst of one. */
    private static Duration lease(DirectoryProperties properties) {
        var longest = properties.patience().multipliedBy(WAITS_OF_A_CALL);
        return longest.compareTo(LEASE) > 0 ? longest : LEASE;
    }
}
