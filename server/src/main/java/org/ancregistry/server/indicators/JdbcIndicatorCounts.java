package org.ancregistry.server.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ancregistry.domain.indicators.Denominator;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.operations.evaluatemeasure.IndicatorCounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in the table of pregnancies: one query for all indicators that count by the same day. */
final class JdbcIndicatorCounts implements IndicatorCounts {

    private static final int MONTHS = 100;

    /** Of two records that are linked as one woman's, the pregnancy on the earlier one counts, where both have it. */
    private static final String ONCE = " and not exists (select 1 from indicator_mother m join pregnancy_fact o"
            + " on o.patient = m.refers_to where m.patient = pregnancy_fact.patient and m.refers_to is not null"
            + " and o.begins <= coalesce(pregnancy_fact.ends, date '9999-12-31')"
            + " and pregnancy_fact.begins <= coalesce(o.ends, date '9999-12-31'))";

    private final JdbcClient jdbc;

    JdbcIndicatorCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Indicator, List<Cell>> cells(Collection<Indicator> indicators, Asked asked) {
        var cells = new EnumMap<Indicator, List<Cell>>(Indicator.class);
        if (!asked.isOfNoUnit()) {
            indicators.stream()
                    .collect(Collectors.groupingBy(Indicator::of))
                    .forEach((denominator, some) -> count(denominator, some, asked, cells));
        }
        return cells;
    }

    private void count(Denominator denominator, List<Indicator> some, Asked asked, Map<Indicator, List<Cell>> cells) {
        var day = Columns.of(denominator);
        var month = "extract(year from " + day + ") * 100 + extract(month from " + day + ")";
        var amounts = some.stream()
                .map(indicator -> ", sum(" + Columns.of(indicator) + ") as " + Columns.of(indicator))
                .collect(Collectors.joining());
        ask(
                        "select " + month + " as in_month, age_group, education, count(*) as counted" + amounts
                                + " from pregnancy_fact where " + within(asked, day) + " group by " + month
                                + ", age_group, education order by 1",
                        asked)
                .query(row -> {
                    for (var indicator : some) {
                        cells.computeIfAbsent(indicator, any -> new ArrayList<>())
                                .add(cell(row, indicator));
                    }
                });
    }

    private static Cell cell(ResultSet row, Indicator indicator) throws SQLException {
        var month = row.getInt("in_month");
        return new Cell(
                YearMonth.of(month / MONTHS, month % MONTHS),
                row.getString("age_group"),
                row.getString("education"),
                row.getLong("counted"),
                row.getLong(Columns.of(indicator)));
    }

    @Override
    public List<Counted> pregnancies(Indicator indicator, Asked asked, int limit) {
        if (asked.isOfNoUnit()) {
            return List.of();
        }
        var day = Columns.of(indicator.of());
        return ask(
                        "select patient, " + Columns.of(indicator) + " from pregnancy_fact where " + within(asked, day)
                                + " order by " + day + ", pregnancy limit :most",
                        asked)
                .param("most", limit)
                .query((row, i) -> new Counted(row.getString(1), row.getLong(2) > 0))
                .list();
    }

    private static String within(Asked asked, String day) {
        var column = asked.atFacility() ? "facility" : "unit";
        return day + " between :first and :last" + (asked.units() == null ? "" : " and " + column + " in (:units)")
                + ONCE;
    }

    private JdbcClient.StatementSpec ask(String sql, Asked asked) {
        var statement = jdbc.sql(sql).param("first", asked.from()).param("last", asked.to());
        return asked.units() == null ? statement : statement.param("units", asked.units());
    }
}
