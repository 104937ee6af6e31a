package org.ancregistry.server.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.AfterTheEnd;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.KeptOut;
import org.ancregistry.operations.worklist.Sought;
import org.ancregistry.operations.worklist.Tab;
import org.ancregistry.operations.worklist.WorkList;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the work list: one query for a page and one for the numbers on the tabs, or one for both when a woman is looked for. */
final class JdbcWorkList implements WorkList {

    private static final int DAYS_AHEAD = 6;

    private static final String OWN =
            " (unit in (:areas) or unit in (select p.unit from unit_part p where p.part_of in (:areas)))"
                    + " and not exists (select 1 from kept_out k where k.patient = work_list.patient"
                    + " and (k.who in (:asking) or k.who = work_list.unit))";

    private static final String AREAS = OWN + " and coalesce(risk, 0) >= :risk";

    private static final String IN_VILLAGE = AREAS
            + " and exists (select 1 from match_person v where v.patient = work_list.patient and v.village = :village)";

    private static final String COLUMNS =
            "work_list.patient, pregnancy, edd, last_contact, opens, closes, ended, risk, alerts";

    /** With what her record says of her, and whether she holds the number, or a record that became hers held it. */
    private static final String HERS = ", m.said, case when work_list.patient in"
            + " (select coalesce(p.survivor, h.patient) from issued_phn p left join phn_holder h on h.phn = p.phn"
            + " where p.phn = :phn) then 1 else 0 end as holds"
            + " from work_list left join match_person m on m.patient = work_list.patient where";

    /** No subject is bound to her record, nor to the earlier one that it refers to: nobody has proved who she is. */
    private static final String TO_BE_VERIFIED = "(not exists"
            + " (select 1 from strong_key s where s.patient = work_list.patient and s.kind like 'subject:%')"
            + " and not exists (select 1 from indicator_mother o join strong_key e on e.patient = o.refers_to"
            + " where o.patient = work_list.patient and e.kind like 'subject:%'))";

    /** What stands under a tab. */
    private static final Map<Tab, String> UNDER = new EnumMap<>(Map.of(
            Tab.NEEDS_ACTION,
                    "status = 'active' and (alerts > 0 or opens is null or opens <= :today or " + TO_BE_VERIFIED + ")",
            Tab.OVERDUE, "status = 'active' and closes < :today",
            Tab.THIS_WEEK, "status = 'active' and closes >= :today and opens <= :soon",
            Tab.ALL, "status = 'active'",
            // Who is out of reach of the area that looked after her is not on its list either.
            Tab.DELIVERED, "status = 'delivered' and ended > :reached"));

    /**
     * An open urgent finding, then high risk and overdue, then longest overdue, then those who can come now, then those of
     * whom nobody knows how far they are, then the rest, those who are only to be verified among them; of those who are
     * not late the higher risk first. Of those that are over the last one first.
     */
    private static final String PRESSING = " order by ended desc, case when status = 'active' and alerts > 0 then 0"
            + " when closes < :today then case when risk >= 3 then 1 else 2 end"
            + " when opens <= :today then 3 when opens is null then 4 else 5 end,"
            + " case when closes < :today then 0 else -coalesce(risk, 0) end, closes, work_list.patient";

    private final JdbcClient jdbc;

    JdbcWorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(Caller caller, Sought sought, LocalDate today, int from, int most) {
        if (caller.areas().isEmpty()) {
            return new Page(List.of(), Map.of());
        }
        var words = sought.words();
        return words.isPresent()
                ? found(new SoughtRows(sought.tab(), words.get(), from, most), caller, sought, today)
                : new Page(due(caller, sought, today, from, most), counts(caller, sought, today));
    }

    private List<Due> due(Caller caller, Sought sought, LocalDate today, int from, int most) {
        return ask(
                        "select " + COLUMNS + " from work_list where" + wanted(sought) + " and "
                                + UNDER.get(sought.tab()) + PRESSING + " limit :most offset :from",
                        caller,
                        sought,
                        today)
                .param("most", most)
                .param("from", from)
                .query((row, i) -> due(row))
                .list();
    }

    private Map<Tab, Integer> counts(Caller caller, Sought sought, LocalDate today) {
        var counts = new EnumMap<Tab, Integer>(Tab.class);
        ask(
                        "select " + everyTab("count(case when %s then 1 end)") + " from work_list where"
                                + wanted(sought),
                        caller,
                        sought,
                        today)
                .query(row -> {
                    for (var tab : Tab.values()) {
                        counts.put(tab, row.getInt("tab_" + tab.name()));
                    }
                });
        return counts;
    }

    /**
     * One look at all rows of her areas, which are a few hundred: names are compared in whichever script they were typed,
     * and no index knows that.
     */
    private Page found(SoughtRows rows, Caller caller, Sought sought, LocalDate today) {
        ask(
                        "select " + COLUMNS + ", " + everyTab("case when %s then 1 else 0 end") + HERS + wanted(sought)
                                + " and (status = 'active' or " + UNDER.get(Tab.DELIVERED) + ")" + PRESSING,
                        caller,
                        sought,
                        today)
                .param("phn", rows.phn())
                .query(rows::look);
        return rows.page();
    }

    /** A village is looked up only where one is asked for. */
    private static String wanted(Sought sought) {
        return sought.village().isPresent() ? IN_VILLAGE : AREAS;
    }

    @Override
    public List<String> villages(Caller caller, LocalDate today, int most) {
        if (caller.areas().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select distinct m.village from work_list join match_person m on m.patient = work_list.patient"
                        + " where" + OWN + " and m.village is not null and (status = 'active' or "
                        + UNDER.get(Tab.DELIVERED) + ") order by m.village limit :most")
                .param("areas", caller.areas())
                .param("asking", KeptOut.wordsFor(caller))
                .param("reached", AfterTheEnd.lastReachedIf(today))
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static String everyTab(String column) {
        return Arrays.stream(Tab.values())
                .map(tab -> column.formatted(UNDER.get(tab)) + " as tab_" + tab.name())
                .collect(Collectors.joining(", "));
    }

    private JdbcClient.StatementSpec ask(String sql, Caller caller, Sought sought, LocalDate today) {
        return jdbc.sql(sql)
                .param("areas", caller.areas())
                .param("asking", KeptOut.wordsFor(caller))
                .param("risk", Risk.number(sought.risk()))
                .param("village", sought.village().orElse(""))
                .param("today", today)
                .param("soon", today.plusDays(DAYS_AHEAD))
                .param("reached", AfterTheEnd.lastReachedIf(today));
    }

    static Due due(ResultSet row) throws SQLException {
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
