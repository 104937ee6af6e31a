package org.ancregistry.server.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.operations.StrongKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Strong keys in the database: a primary key makes the second of two registrations wait for the first. */
public final class JdbcStrongKeys implements StrongKeys {

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;

    public JdbcStrongKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
    }

    /** In one order for everybody, so that two who take the same keys never wait for one another. */
    @Override
    public Set<String> take(Collection<StrongKey> keys) {
        var holders = new HashSet<String>();
        keys.stream()
                .sorted(Comparator.comparing(StrongKey::kind).thenComparing(StrongKey::value))
                .forEach(key -> holderUnlessTaken(key).ifPresent(holders::add));
        return holders;
    }

    @Override
    public Set<String> holders(Collection<StrongKey> keys) {
        return keys.stream().flatMap(key -> holder(key).stream()).collect(Collectors.toSet());
    }

    @Override
    public boolean provedApart(String patient, String other) {
        return !jdbc.query(
                        "select a.kind from strong_key a join strong_key b on b.kind = a.kind and b.val <> a.val"
                                + " where a.patient = ? and b.patient = ? and a.kind like 'subject:%'",
                        (row, i) -> row.getString(1), patient, other)
                .isEmpty();
    }

    private Optional<String> holderUnlessTaken(StrongKey key) {
        return firstCome.insert("insert into strong_key (kind, val) values (?, ?)", key.kind(), key.value())
                ? Optional.empty()
                : holder(key);
    }

    private Optional<String> holder(StrongKey key) {
        return jdbc
                .query(
                        "select patient from strong_key where kind = ? and val = ? and patient is not null",
                        (row, i) -> row.getString(1),
                        key.kind(),
                        key.value())
                .stream()
                .findFirst();
    }

    @Override
    public void belongTo(String patient, Collection<StrongKey> keys) {
        var rows = keys.stream()
                .map(key -> new Object[] {patient, key.kind(), key.value()})
                .toList();
        jdbc.batchUpdate("update strong_key set patient = ? where kind = ? and val = ?", rows);
    }

    @Override
    public boolean hasOther(String patient, StrongKey key) {
        return !jdbc.query(
                        "select val from strong_key where patient = ? and kind = ? and val <> ?",
                        (row, i) -> row.getString(1),
                        patient,
                        key.kind(),
                        key.value())
                .isEmpty();
    }

    @Override
    public void keep(String patient, NationalIdHashes nationalId) {
        var changed = jdbc.update(
                "update national_id_hash set whole = ?, birth_part = ?, serial_part = ?, last_three = ?"
                        + " where patient = ?",
                nationalId.whole(),
                nationalId.birthPart(),
                nationalId.serialPart(),
                nationalId.lastThree(),
                patient);
        if (changed == 0) {
            jdbc.update(
                    "insert into national_id_hash (patient, whole, birth_part, serial_part, last_three)"
                            + " values (?, ?, ?, ?, ?)",
                    patient,
                    nationalId.whole(),
                    nationalId.birthPart(),
                    nationalId.serialPart(),
                    nationalId.lastThree());
        }
    }

    @Override
    public Map<String, NationalIdHashes> nationalIds(Collection<String> patients) {
        var found = new HashMap<String, NationalIdHashes>();
        if (!patients.isEmpty()) {
            new NamedParameterJdbcTemplate(jdbc)
                    .query(
                            "select patient, whole, birth_part, serial_part, last_three from national_id_hash"
                                    + " where patient in (:patients)",
                            Map.of("patients", patients),
                            row -> {
                                found.put(
                                        row.getString(1),
                                        new NationalIdHashes(
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5)));
                            });
        }
        return found;
    }
}
