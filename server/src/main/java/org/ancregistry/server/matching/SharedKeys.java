package org.ancregistry.server.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.person.NationalIdHashes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the rows of women who share a key. A key that many women have says little and costs much: it is passed over, but
 * for the birth date. Each key is read only so far that this can be told, so nothing needs to be counted beforehand.
 */
final class SharedKeys {

    /** A key of more women than this is passed over. */
    static final int MOST_OF_A_KEY = 20;

    /** Women born on one day: in a registry of three million about this many. */
    private static final int MOST_OF_A_DAY = 400;

    /** Statements of a few lengths only, so that the database need not plan each anew. */
    private static final int STEP = 8;

    private static final String BY_KEY =
            "(select k, person from match_key where k = ? fetch first " + (MOST_OF_A_KEY + 1) + " rows only)";
    private static final String BY_DAY =
            "(select k, person from match_key where k = ? fetch first " + MOST_OF_A_DAY + " rows only)";
    private static final String BY_NUMBER = "(select cast(%d as bigint), p.person from national_id_hash n"
            + " join match_person p on p.patient = n.patient where n.%s = ? fetch first " + (MOST_OF_A_KEY + 1)
            + " rows only)";
    private static final String ROWS = "select p.person, p.patient, p.version, p.area, p.said, n.whole, n.birth_part,"
            + " n.serial_part, n.last_three from match_person p left join national_id_hash n on n.patient = p.patient"
            + " where p.person = any(?)";

    private final JdbcTemplate jdbc;

    SharedKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The women who share one of these keys, or a part of the national ID number. */
    List<MatchRow> with(BlockingKeys keys, @Nullable NationalIdHashes number) {
        var persons = persons(keys, number);
        return persons.isEmpty() ? List.of() : rows(persons);
    }

    Set<Long> persons(BlockingKeys keys, @Nullable NationalIdHashes number) {
        var asked = new Asked();
        if (number != null) {
            asked.add(BY_NUMBER.formatted(1, "whole"), number.whole());
            asked.add(BY_NUMBER.formatted(2, "serial_part"), number.serialPart());
        }
        keys.births().forEach(day -> asked.add(BY_DAY, day));
        keys.others().forEach(key -> asked.add(BY_KEY, key));
        return asked.nothing() ? Set.of() : few(asked.padded(), keys.births());
    }

    private Set<Long> few(Asked asked, Set<Long> days) {
        var byKey = new HashMap<Long, Set<Long>>();
        jdbc.query(
                asked.sql(),
                row -> {
                    byKey.computeIfAbsent(row.getLong(1), key -> new LinkedHashSet<>())
                            .add(row.getLong(2));
                },
                asked.values());
        var persons = new LinkedHashSet<Long>();
        byKey.entrySet().stream()
                .filter(key -> days.contains(key.getKey()) || key.getValue().size() <= MOST_OF_A_KEY)
                .map(Map.Entry::getValue)
                .forEach(persons::addAll);
        return persons;
    }

    /** The rows of those women. */
    List<MatchRow> rows(Collection<Long> persons) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(ROWS);
                    statement.setArray(1, connection.createArrayOf("bigint", persons.toArray()));
                    return statement;
                },
                (row, i) -> row(row));
    }

    private static MatchRow row(ResultSet row) throws SQLException {
        var whole = row.getString("whole");
        var number = whole == null
                ? null
                : new NationalIdHashes(
                        whole, row.getString("birth_part"), row.getString("serial_part"), row.getString("last_three"));
        return new MatchRow(
                row.getLong("person"),
                row.getString("patient"),
                row.getLong("version"),
                row.getString("area"),
                Said.read(row.getString("said")).with(number));
    }

    /** One statement of many small ones. */
    private static final class Asked {

        private final List<String> parts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String part, Object value) {
            parts.add(part);
            values.add(value);
        }

        boolean nothing() {
            return parts.isEmpty();
        }

        Asked padded() {
            var missing = Math.floorMod(-parts.size(), STEP);
            parts.addAll(Collections.nCopies(missing, BY_KEY));
            values.addAll(Collections.nCopies(missing, 0L));
            return this;
        }

        String sql() {
            return String.join(" union all ", parts);
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
