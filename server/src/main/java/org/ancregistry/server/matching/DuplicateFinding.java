package org.ancregistry.server.matching;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.LikelyDuplicates.Pair;
import org.ancregistry.operations.duplicates.AcrossAreas;
import org.ancregistry.server.registry.Passes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks once a day for records that may be of one woman: each that is new, or was changed, is held against all others.
 */
class DuplicateFinding implements Passes.Work {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFinding.class);
    private static final int AT_ONCE = 50;
    private static final int MOST_OF_ONE = 10;
    private static final double EVEN = 0.5;
    private static final Passes.Job JOB =
            new Passes.Job("duplicates", "duplicate_progress", "found", Duration.ofDays(1), Duration.ofSeconds(20));

    private static final String NEW_OR_CHANGED = "select p.person from match_person p left join duplicate_looked l"
            + " on l.person = p.person where p.person > ? and p.version >= 0"
            + " and (l.person is null or l.version <> p.version) order by p.person fetch first " + AT_ONCE
            + " rows only";

    private final Passes passes;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final SharedKeys shared;
    private final CandidateSearch search;
    private final JdbcLikelyDuplicates duplicates;
    private final AcrossAreas acrossAreas;
    private final Clock clock;

    DuplicateFinding(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            SharedKeys shared,
            CandidateSearch search,
            JdbcLikelyDuplicates duplicates,
            AcrossAreas acrossAreas,
            Clock clock) {
        this.passes = new Passes(jdbc, clock, JOB, this);
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.shared = shared;
        this.search = search;
        this.duplicates = duplicates;
        this.acrossAreas = acrossAreas;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT40S")
    void turn() {
        passes.turn();
    }

    /** A whole pass without a pause. */
    void pass() {
        passes.all();
    }

    @Override
    public Passes.Step after(long person) {
        var women = jdbc.queryForList(NEW_OR_CHANGED, Long.class, person);
        var found = 0;
        for (var woman : shared.rows(women)) {
            found += look(woman);
        }
        var last = women.isEmpty() ? person : women.get(women.size() - 1);
        return new Passes.Step(last, found, women.size() == AT_ONCE);
    }

    /** All that is found of one woman, or nothing. */
    private int look(MatchRow woman) {
        var areas = woman.area() == null ? Set.<String>of() : Set.of(woman.area());
        var pairs = search.like(new Wanted(woman.said(), areas), MOST_OF_ONE + 1).stream()
                .filter(found -> !found.patient().equals(woman.patient()) && isWorthALook(found))
                .map(found -> new Pair(
                        woman.patient(),
                        found.patient(),
                        found.comparison().score(),
                        found.comparison().grade().code(),
                        clock.instant()))
                .toList();
        pairs.stream().filter(duplicates::isNobodys).forEach(pair -> acrossAreas.ask(pair.patient(), pair.other()));
        transactions.executeWithoutResult(status -> {
            duplicates.replace(woman.patient(), pairs);
            jdbc.update("delete from duplicate_looked where person = ?", woman.person());
            jdbc.update(
                    "insert into duplicate_looked (person, version) values (?, ?)", woman.person(), woman.version());
        });
        return pairs.size();
    }

    /** A sister is no duplicate, and what is less likely than not is no list that a person reads to its end. */
    private static boolean isWorthALook(Candidate found) {
        var comparison = found.comparison();
        return comparison.grade().compareTo(MatchGrade.PROBABLE) <= 0
                || (comparison.score() >= EVEN && !comparison.likelyRelative());
    }

    @Override
    public void finish(long found) {
        var forgotten = duplicates.forget();
        if (found + forgotten > 0) {
            LOG.info("Looked for duplicates: {} pairs found, {} forgotten", found, forgotten);
        }
    }
}
