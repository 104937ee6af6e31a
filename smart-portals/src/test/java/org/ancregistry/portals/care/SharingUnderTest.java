package org.ancregistry.portals.care;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.domain.access.SharedRecordTrail;
import org.ancregistry.portals.authorization.Installation;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A mother's pages and what she shows to others. Not annotated, so that no scan finds it. */
@Import(CareUnderTest.class)
@ComponentScan("org.ancregistry.portals.sharing")
class SharingUnderTest {

    static final List<String> TRAIL = new ArrayList<>();

    @Bean
    Installation installation() {
        return new Installation(URI.create("https://registry.example.org"));
    }

    @Bean
    SharedRecordTrail trail() {
        return new SharedRecordTrail() {
            @Override
            public void opened(String patient, String from) {
                TRAIL.add(patient);
            }

            @Override
            public void closed(String patient, String from) {
                TRAIL.add("closed " + patient);
            }
        };
    }

    @Bean
    AppointmentBook book() {
        return (patient, from) -> List.of(
                new AppointmentBook.Entry("30", Instant.parse("2026-11-26T03:30:00Z"), false, "2"),
                new AppointmentBook.Entry("31", Instant.parse("2026-12-03T03:30:00Z"), true, "1"));
    }

    @Bean
    TransactionOperations transactions(DataSource source) {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Bean
    DataSource source() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/portals/V60__shared_record.sql"),
                        new ClassPathResource("db/portals/V61__calendar_feed.sql"))
                .execute(source);
        return source;
    }

    @Bean
    JdbcClient database(DataSource source) {
        return JdbcClient.create(source);
    }
}
