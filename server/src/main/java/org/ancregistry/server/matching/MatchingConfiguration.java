package org.ancregistry.server.matching;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import java.time.Clock;
import org.ancregistry.domain.matching.PersonScorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding records that may be of one woman. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    MatchKeeper matchKeeper(JdbcTemplate jdbc, IIdHelperService<JpaPid> ids) {
        return new MatchKeeper(new MatchTables(jdbc), new IndexedPatients(ids));
    }

    @Bean
    Learned learnedFromRecords(JdbcTemplate jdbc) {
        return new Learned(jdbc);
    }

    @Bean
    MatchReconciling matchReconciling(
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            IIdHelperService<JpaPid> ids,
            DaoRegistry daos,
            Learned learned,
            Clock clock) {
        var transactions = new TransactionTemplate(manager);
        var mending = new IndexMending(jdbc, transactions, new MatchTables(jdbc), new IndexedPatients(ids), daos);
        return new MatchReconciling(jdbc, mending, new Census(jdbc, transactions, clock), learned, clock);
    }

    @Bean
    CandidateSearch candidates(JdbcTemplate jdbc, Learned learned) {
        return new CandidateSearch(new SharedKeys(jdbc), CandidateSearch.locks(jdbc), learned);
    }

    @Bean
    JdbcLikelyDuplicates likelyDuplicatesFound(JdbcTemplate jdbc, Clock clock) {
        return new JdbcLikelyDuplicates(jdbc, clock);
    }

    @Bean
    DuplicateFinding duplicateFinding(
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            CandidateSearch search,
            JdbcLikelyDuplicates duplicates,
            Clock clock) {
        return new DuplicateFinding(
                jdbc, new TransactionTemplate(manager), new SharedKeys(jdbc), search, duplicates, clock);
    }

    /** For what was not found by the index and yet is only one among all. */
    @Bean
    PersonScorer amongAll(Learned learned) {
        return (given, recorded) -> learned.scorer().compare(given, recorded);
    }
}
