package org.ancregistry.server.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.LikelyDuplicates.Pair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks once a day for records that may be of one woman: each that is new, or was changed, is held against all others.
 * Works in short turns, each of which any node may take; how far it came is in the database.
 */
class DuplicateFinding {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFinding.class);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration HANDED_OVER_AFTER = Duration.ofMinutes(15);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int AT_ONCE = 50;
    private static final int MOST_OF_ONE = 10;
    private static final double EVEN = 0.5;

    private static final String NEW_OR_CHANGED = "select p.person from match_person p left join duplicate_looked l"
            + " on l.person = p.person where p.person > ? and p.version >= 0"
            + " and (l.person is null or l.version <> p.version) order by p.person fetch first " + AT_ONCE
            + " rows only";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final SharedKeys shared;
    private final CandidateSearch search;
    private final JdbcLikelyDuplicates duplicates;
    private final Clock clock;

    DuplicateFinding(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            SharedKeys shared,
            CandidateSearch search,
            JdbcLikelyDuplicates duplicates,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.shared = shared;
        this.search = search;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** One pass over all women, as far as it has come. */
    private record Pass(long number, long last, long found) {}

    /** One turn; the next one comes soon while there is work, on this node or on another. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT40S")
    void turn() {
        if (isMine()) {
            var done = work(begun().orElseGet(this::begin));
            dueAgain(done ? clock.instant().plus(EVERY) : clock.instant());
        }
    }

    /** A whole pass without a pause. */
    void pass() {
        while (!work(begun().orElseGet(this::begin))) {
            LOG.debug("Looking on for duplicates");
        }
    }

    private boolean work(Pass pass) {
        var until = clock.instant().plus(TURN);
        var last = pass.last();
        var found = pass.found();
        List<Long> women;
        do {
            women = jdbc.queryForList(NEW_OR_CHANGED, Long.class, last);
            for (var woman : shared.rows(women)) {
                found += look(woman);
            }
            last = women.isEmpty() ? last : women.get(women.size() - 1);
            jdbc.update(
                    "update duplicate_progress set last_person = ?, found = ? where pass = ?",
                    last,
                    found,
                    pass.number());
        } while (women.size() == AT_ONCE && clock.instant().isBefore(until));
        return women.size() < AT_ONCE && finish(pass.number(), found);
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

    private boolean finish(long pass, long found) {
        var forgotten = duplicates.forget();
        jdbc.update(
                "update duplicate_progress set finished_at = ? where pass = ?", Timestamp.from(clock.instant()), pass);
        if (found + forgotten > 0) {
            LOG.info("Looked for duplicates: {} pairs found, {} forgotten", found, forgotten);
        }
        return true;
    }

    private Optional<Pass> begun() {
        return jdbc
                .query(
                        "select pass, last_person, found from duplicate_progress where finished_at is null"
                                + " order by pass desc fetch first 1 rows only",
                        (row, i) -> new Pass(row.getLong(1), row.getLong(2), row.getLong(3)))
                .stream()
                .findFirst();
    }

    private Pass begin() {
        jdbc.update(
                "insert into duplicate_progress (last_person, found, started_at) values (-1, 0, ?)",
                Timestamp.from(clock.instant()));
        return begun().orElseThrow();
    }

    /** One statement decides. A node that dies in its turn is replaced after some minutes. */
    private boolean isMine() {
        var now = clock.instant();
        return jdbc.update(
                        "update housekeeping set due_at = ? where job = 'duplicates' and due_at <= ?",
                        Timestamp.from(now.plus(HANDED_OVER_AFTER)),
                        Timestamp.from(now))
                == 1;
    }

    private void dueAgain(Instant when) {
        jdbc.update("update housekeeping set due_at = ? where job = 'duplicates'", Timestamp.from(when));
    }
}
