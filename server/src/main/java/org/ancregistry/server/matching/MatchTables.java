package org.ancregistry.server.matching;

import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the index: few statements, however many keys a woman has. */
final class MatchTables {

    private static final int LONGEST = 8000;

    private final JdbcTemplate jdbc;

    MatchTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters women who are not there yet. */
    void add(Collection<MatchRow> women) {
        var persons = new ArrayList<@Nullable Object[]>(women.size());
        var keys = new ArrayList<Object[]>();
        for (var woman : women) {
            persons.add(new @Nullable Object[] {
                woman.person(), woman.patient(), woman.version(), woman.area(), Said.village(woman.said()), text(woman)
            });
            woman.keys().forEach(key -> keys.add(new Object[] {key, woman.person()}));
        }
        jdbc.batchUpdate(
                "insert into match_person (person, patient, version, area, village, said) values (?, ?, ?, ?, ?, ?)",
                persons);
        jdbc.batchUpdate("insert into match_key (k, person) values (?, ?)", keys);
    }

    /** What nobody can enter is no name and no address; she is then found by what is left. */
    private static String text(MatchRow woman) {
        var text = Said.text(woman.said());
        return text.length() <= LONGEST ? text : Said.NOTHING;
    }

    /** Enters them anew, whether they were there or not. */
    void replace(Collection<MatchRow> women) {
        remove(women.stream().map(MatchRow::person).toList());
        add(women);
    }

    void remove(Collection<Long> persons) {
        if (!persons.isEmpty()) {
            delete("delete from match_key where person = any(?)", persons);
            delete("delete from match_person where person = any(?)", persons);
        }
    }

    private void delete(String statement, Collection<Long> persons) {
        jdbc.update(connection -> {
            var delete = connection.prepareStatement(statement);
            delete.setArray(1, connection.createArrayOf("bigint", persons.toArray()));
            return delete;
        });
    }

    /** Says that a newer version of the record says the same; not of a row whose keys are an earlier release's. */
    boolean confirm(long person, long version) {
        return jdbc.update("update match_person set version = ? where person = ? and version >= 0", version, person)
                == 1;
    }
}
