package org.ancregistry.server.matching;

import ca.uhn.fhir.jpa.api.svc.IIdHelperService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import java.time.Clock;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.operations.duplicates.AcrossAreas;
import org.ancregistry.server.stored.StoredBodies;
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
    Estimates matchEstimates(JdbcTemplate jdbc, Clock clock) {
        return new Estimates(jdbc, clock);
    }

    @Bean
    Learned learnedFromRecords(JdbcTemplate jdbc, Estimates estimates) {
        return new Learned(jdbc, estimates);
    }

    @Bean
    ParameterLearning parameterLearning(JdbcTemplate jdbc, Learned learned, Estimates estimates, Clock clock) {
        return new ParameterLearning(jdbc, new SharedKeys(jdbc), learned, estimates, clock);
    }

    @Bean
    MatchReconciling matchReconciling(
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            IIdHelperService<JpaPid> ids,
            StoredBodies bodies,
            Learned learned,
            Clock clock) {
        var transactions = new TransactionTemplate(manager);
        var mending = new IndexMending(jdbc, transactions, new MatchTables(jdbc), new IndexedPatients(ids), bodies);
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
            AcrossAreas acrossAreas,
            Clock clock) {
        return new DuplicateFinding(
                jdbc, new TransactionTemplate(manager), new SharedKeys(jdbc), search, duplicates, acrossAreas, clock);
    }

    /** For one whose number was shown: hers or not are alike likely. */
    @Bean
    PersonScorer oneToOne(Learned learned) {
        return (given, recorded) -> learned.oneToOne().compare(given, recorded);
    }

    /** For what was not found by the index and yet is only one among all. */
    @Bean
    PersonScorer amongAll(Learned learned) {
        return (given, recorded) -> learned.scorer().compare(given, recorded);
    }
}
