package org.ancregistry.portals.sharing;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Puts sharing together. */
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {

    @Bean
    SharedCopies sharedCopies(JdbcClient database, Clock clock) {
        return new SharedCopies(database, clock);
    }

    @Bean
    CalendarFeeds calendarFeeds(JdbcClient database, TransactionOperations transactions, Clock clock) {
        return new CalendarFeeds(database, transactions, clock);
    }

    @Bean
    SharingHousekeeping sharingHousekeeping(SharedCopies copies, CalendarFeeds feeds) {
        return new SharingHousekeeping(copies, feeds);
    }

    /** Deletes what is over, on every node alike: deleting twice does no harm. */
    static final class SharingHousekeeping {

        private final SharedCopies copies;
        private final CalendarFeeds feeds;

        SharingHousekeeping(SharedCopies copies, CalendarFeeds feeds) {
            this.copies = copies;
            this.feeds = feeds;
        }

        @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
        void forgetOver() {
            copies.forgetOver();
            feeds.forgetOver();
        }
    }
}
