package org.ancregistry.server.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.AfterTheEnd;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.KeptOut;
import org.ancregistry.operations.worklist.Tab;
import org.ancregistry.operations.worklist.WorkList;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the work list: one query for a page, one for the numbers on the tabs. */
final class JdbcWorkList implements WorkList {

    private static final int DAYS_AHEAD = 6;

    private static final String AREAS =
            " (unit in (:areas) or unit in (select p.unit from unit_part p where p.part_of in (:areas)))"
                    + " and not exists (select 1 from kept_out k where k.patient = work_list.patient"
                    + " and (k.who in (:asking) or k.who = work_list.unit))";

    /** What stands under a tab. */
    private static final Map<Tab, String> UNDER = new EnumMap<>(Map.of(
            Tab.NEEDS_ACTION, "status = 'active' and (alerts > 0 or opens is null or opens <= :today)",
            Tab.OVERDUE, "status = 'active' and closes < :today",
            Tab.THIS_WEEK, "status = 'active' and closes >= :today and opens <= :soon",
            Tab.ALL, "status = 'active'",
            // Who is out of reach of the area that looked after her is not on its list either.
            Tab.DELIVERED, "status = 'delivered' and ended > :reached"));

    /**
     * An open urgent finding, then high risk and overdue, then longest overdue, then those who can come now, then those of
     * whom nobody knows how far they are, then the rest; of those who are not late the higher risk first. Of those that are
     * over the last one first.
     */
    private static final String PRESSING = " order by ended desc, case when status = 'active' and alerts > 0 then 0"
            + " when closes < :today then case when risk >= 3 then 1 else 2 end"
            + " when opens <= :today then 3 when opens is null then 4 else 5 end,"
            + " case when closes < :today then 0 else -coalesce(risk, 0) end, closes, patient";

    private final JdbcClient jdbc;

    JdbcWorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Due> page(Caller caller, Tab tab, LocalDate today, int from, int most) {
        if (caller.areas().isEmpty()) {
            return List.of();
        }
        return ask(
                        "select patient, pregnancy, edd, last_contact, opens, closes, ended, risk, alerts from work_list where"
                                + AREAS + " and " + UNDER.get(tab) + PRESSING + " limit :most offset :from",
                        caller,
                        today)
                .param("most", most)
                .param("from", from)
                .query((row, i) -> due(row))
                .list();
    }

    @Override
    public Map<Tab, Integer> counts(Caller caller, LocalDate today) {
        var counts = new EnumMap<Tab, Integer>(Tab.class);
        if (caller.areas().isEmpty()) {
            return counts;
        }
        var columns = new StringBuilder();
        for (var tab : Tab.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("count(case when " + UNDER.get(tab) + " then 1 end) as tab_" + tab.name());
        }
        ask("select " + columns + " from work_list where" + AREAS, caller, today)
                .query(row -> {
                    for (var tab : Tab.values()) {
                        counts.put(tab, row.getInt("tab_" + tab.name()));
                    }
                });
        return counts;
    }

    private JdbcClient.StatementSpec ask(String sql, Caller caller, LocalDate today) {
        return jdbc.sql(sql)
                .param("areas", caller.areas())
                .param("asking", KeptOut.wordsFor(caller))
                .param("today", today)
                .param("soon", today.plusDays(DAYS_AHEAD))
                .param("reached", AfterTheEnd.lastReachedIf(today));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("patient"),
                row.getString("pregnancy"),
                row.getObject("edd", LocalDate.class),
                row.getObject("last_contact", LocalDate.class),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                Risk.grade(row.getObject("risk", Integer.class)),
                row.getInt("alerts") > 0);
    }
}
