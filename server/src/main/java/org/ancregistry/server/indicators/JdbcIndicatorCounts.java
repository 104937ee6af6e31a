package org.ancregistry.server.indicators;

import java.time.YearMonth;
import java.util.List;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in the table of pregnancies: one query for all months of a period. */
final class JdbcIndicatorCounts implements IndicatorCounts {

    private static final int MONTHS = 100;

    private final JdbcClient jdbc;

    JdbcIndicatorCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Month> byMonth(Asked asked) {
        if (asked.isOfNoUnit()) {
            return List.of();
        }
        var day = Columns.of(asked.indicator().of());
        var month = "extract(year from " + day + ") * 100 + extract(month from " + day + ")";
        return ask(
                        "select " + month + " as in_month, count(*) as counted, sum(" + Columns.of(asked.indicator())
                                + ") as amount from pregnancy_fact where " + within(asked, day) + " group by " + month
                                + " order by 1",
                        asked)
                .query((row, i) -> new Month(
                        YearMonth.of(row.getInt(1) / MONTHS, row.getInt(1) % MONTHS), row.getLong(2), row.getLong(3)))
                .list();
    }

    @Override
    public List<Counted> pregnancies(Asked asked, int limit) {
        if (asked.isOfNoUnit()) {
            return List.of();
        }
        var day = Columns.of(asked.indicator().of());
        return ask(
                        "select patient, " + Columns.of(asked.indicator()) + " from pregnancy_fact where "
                                + within(asked, day) + " order by " + day + ", pregnancy limit :most",
                        asked)
                .param("most", limit)
                .query((row, i) -> new Counted(row.getString(1), row.getLong(2) > 0))
                .list();
    }

    private static String within(Asked asked, String day) {
        var column = asked.atFacility() ? "facility" : "unit";
        return day + " between :first and :last" + (asked.units() == null ? "" : " and " + column + " in (:units)");
    }

    private JdbcClient.StatementSpec ask(String sql, Asked asked) {
        var statement = jdbc.sql(sql).param("first", asked.from()).param("last", asked.to());
        return asked.units() == null ? statement : statement.param("units", asked.units());
    }
}
