package org.ancregistry.server.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.domain.matching.RegistryStatistics;
import org.ancregistry.domain.matching.RegistryStatistics.Counting;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Counts how common names and places are among the women on record, for every node to learn from. */
final class Census {

    private static final int PAGE = 2_000;
    private static final int LONGEST = 200;

    /** What a single woman has tells nothing about how common it is. */
    private static final int FEWEST = 2;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Census(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads every woman once, page by page, and writes the counts in one go. */
    void take() {
        var counting = new Counting();
        var last = Long.MIN_VALUE;
        var women = 0L;
        List<MatchRow> page;
        do {
            page = page(last);
            page.forEach(row -> counting.add(row.compared(RegistryStatistics.NONE)));
            women += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).person();
        } while (page.size() == PAGE);
        write(counting, women);
    }

    private List<MatchRow> page(long after) {
        return jdbc.query(
                "select person, patient, version, area, said from match_person where person > ? order by person"
                        + " fetch first " + PAGE + " rows only",
                (row, i) -> new MatchRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        Said.read(row.getString(5))),
                after);
    }

    private void write(Counting counted, long women) {
        var rows = new ArrayList<Object[]>();
        counted.uses().forEach((word, use) -> {
            if (use.last() + use.before() >= FEWEST && word.length() <= LONGEST) {
                rows.add(new Object[] {"n", word, use.last(), use.before()});
            }
        });
        counted.places().forEach((word, count) -> {
            if (count >= FEWEST && word.length() <= LONGEST) {
                rows.add(new Object[] {"p", word, 0L, count});
            }
        });
        transactions.executeWithoutResult(status -> {
            jdbc.update("delete from match_census");
            jdbc.update("delete from match_word");
            jdbc.batchUpdate(
                    "insert into match_word (kind, word, stands_last, stands_before) values (?, ?, ?, ?)", rows);
            jdbc.update(
                    "insert into match_census (id, women, counted_at) values (1, ?, ?)",
                    women,
                    Timestamp.from(clock.instant()));
        });
    }
}
