package org.ancregistry.server.worklist;

import java.time.Clock;
import org.ancregistry.operations.HeldContacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.movecontact.MoveContactProvider;
import org.ancregistry.operations.movecontact.MovingContacts;
import org.ancregistry.operations.worklist.WorkList;
import org.ancregistry.operations.worklist.WorkListProvider;
import org.ancregistry.operations.worklist.WorkLists;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The midwife's list of the day. */
@Configuration(proxyBeanMethods = false)
class WorkListConfiguration {

    @Bean
    WorkListKeeper workListKeeper(JdbcTemplate jdbc, Clock clock, InstallationProperties installation) {
        return new WorkListKeeper(new WorkListTables(jdbc, clock), installation.timeZone());
    }

    @Bean
    WorkList workList(JdbcClient jdbc) {
        return new JdbcWorkList(jdbc);
    }

    @Bean
    WorkListProvider ancWorkList(
            Transactions transactions,
            WorkList list,
            Records records,
            Clock clock,
            InstallationProperties installation) {
        return new WorkListProvider(
                new WorkLists(transactions, list, records, clock.withZone(installation.timeZone())));
    }

    @Bean
    HeldContacts heldContacts(JdbcClient jdbc) {
        return new JdbcHeldContacts(jdbc);
    }

    @Bean
    MoveContactProvider moveContact(
            Once once,
            Reach reach,
            OpenPregnancies pregnancies,
            PregnancyFacts facts,
            HeldContacts held,
            Records records,
            Clock clock,
            InstallationProperties installation) {
        return new MoveContactProvider(new MovingContacts(
                once, reach, pregnancies, facts, held, records, clock.withZone(installation.timeZone())));
    }
}
