package org.ancregistry.server.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.matching.SoughtWoman;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.worklist.Tab;
import org.ancregistry.operations.worklist.WorkList.Due;
import org.ancregistry.operations.worklist.WorkList.Page;
import org.ancregistry.server.matching.Said;

/** Picks the rows of the women who are looked for, and counts them under each tab. */
final class SoughtRows {

    private final Tab tab;
    private final String words;
    private final SoughtWoman sought;
    private final int from;
    private final int most;
    private final Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
    private final List<Due> due = new ArrayList<>();

    SoughtRows(Tab tab, String words, int from, int most) {
        this.tab = tab;
        this.words = words;
        this.sought = SoughtWoman.of(words);
        this.from = from;
        this.most = most;
    }

    /** The words, if they can be a number; nobody holds the empty one. */
    String phn() {
        return Phn.parse(words).map(Phn::value).orElse("");
    }

    void look(ResultSet row) throws SQLException {
        if (!isSought(row)) {
            return;
        }
        for (var each : Tab.values()) {
            if (row.getInt("tab_" + each.name()) == 1) {
                count(each, row);
            }
        }
    }

    private boolean isSought(ResultSet row) throws SQLException {
        var said = row.getString("said");
        return row.getInt("holds") == 1 || (said != null && sought.mayBe(Said.read(said)));
    }

    private void count(Tab each, ResultSet row) throws SQLException {
        var number = counts.merge(each, 1, Integer::sum);
        if (each == tab && number > from && due.size() < most) {
            due.add(JdbcWorkList.due(row));
        }
    }

    Page page() {
        return new Page(due, counts);
    }
}
