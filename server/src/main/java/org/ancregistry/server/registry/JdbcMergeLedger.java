package org.ancregistry.server.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.MergeLedger;
import org.ancregistry.operations.Problem;
import org.springframework.jdbc.core.JdbcTemplate;

/** Merges in tables: a unique column lets a record be merged once at a time, whoever is first. */
final class JdbcMergeLedger implements MergeLedger {

    private static final String STANDING = "select id, source, target, phn, phn_moved, providers, provenance, merged_at"
            + " from record_merge where standing = ?";

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;
    private final Clock clock;

    JdbcMergeLedger(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
        this.clock = clock;
    }

    @Override
    public Optional<Merged> of(String source) {
        return jdbc.query(STANDING, JdbcMergeLedger::row, source).stream().findFirst();
    }

    private static Merged row(ResultSet row, int number) throws SQLException {
        var phn = row.getString("phn");
        return new Merged(
                row.getLong("id"),
                row.getString("source"),
                row.getString("target"),
                phn == null ? null : new Phn(phn),
                row.getBoolean("phn_moved"),
                Arrays.stream(row.getString("providers").split(" ", -1))
                        .filter(provider -> !provider.isEmpty())
                        .collect(Collectors.toSet()),
                row.getString("provenance"),
                row.getTimestamp("merged_at").toInstant());
    }

    @Override
    public Merged merge(String source, String target, Set<String> providers) {
        var phn = numberOf(source);
        var phnMoved = phn.isPresent() && numberOf(target).isEmpty();
        var nationalIdMoved = jdbc.update(
                        "update national_id_hash set patient = ? where patient = ? and not exists"
                                + " (select 1 from national_id_hash n where n.patient = ?)",
                        target,
                        source,
                        target)
                == 1;
        var first = firstCome.insert(
                "insert into record_merge (source, target, standing, phn, phn_moved, national_id_moved, providers,"
                        + " merged_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                source,
                target,
                source,
                phn.orElse(null),
                phnMoved,
                nationalIdMoved,
                String.join(" ", new TreeSet<>(providers)),
                Timestamp.from(clock.instant()));
        if (!first) {
            throw Problem.ALREADY_DECIDED
                    .because("This record was merged into another meanwhile: look at both again.")
                    .at("source-patient");
        }
        var merged = of(source).orElseThrow();
        moveKeys(merged);
        moveNumber(merged);
        return merged;
    }

    private Optional<String> numberOf(String patient) {
        return jdbc.queryForList("select phn from phn_holder where patient = ?", String.class, patient).stream()
                .findFirst();
    }

    private void moveKeys(Merged merged) {
        jdbc.update(
                "insert into record_merge_key (merge_id, kind, val) select cast(? as bigint), kind, val from strong_key"
                        + " where patient = ?",
                merged.id(),
                merged.source());
        jdbc.update("update strong_key set patient = ? where patient = ?", merged.target(), merged.source());
    }

    /** Old numbers that lead to the source, by an earlier merge or as another registry said, lead on to the target, too. */
    private void moveNumber(Merged merged) {
        jdbc.update(
                "insert into record_merge_number (merge_id, phn) select cast(? as bigint), phn from issued_phn"
                        + " where survivor = ?",
                merged.id(),
                merged.source());
        jdbc.update("update issued_phn set survivor = ? where survivor = ?", merged.target(), merged.source());
        if (merged.phnMoved()) {
            jdbc.update("update phn_holder set patient = ? where patient = ?", merged.target(), merged.source());
        } else if (merged.phn() != null) {
            jdbc.update(
                    "update issued_phn set state = 'retired', survivor = ? where phn = ?",
                    merged.target(),
                    merged.phn().value());
        }
    }

    @Override
    public void keep(Merged merged, String provenance) {
        jdbc.update("update record_merge set provenance = ? where id = ?", provenance, merged.id());
    }

    @Override
    public void undo(Merged merged) {
        var mine = jdbc.update(
                "update record_merge set standing = null, undone_at = ? where id = ? and standing is not null",
                Timestamp.from(clock.instant()),
                merged.id());
        if (mine != 1) {
            throw Problem.ALREADY_DECIDED
                    .because("This merge was taken back meanwhile.")
                    .at("source-patient");
        }
        jdbc.update(
                "update strong_key set patient = ? where exists (select 1 from record_merge_key k"
                        + " where k.merge_id = ? and k.kind = strong_key.kind and k.val = strong_key.val)",
                merged.source(),
                merged.id());
        jdbc.update(
                "update national_id_hash set patient = ? where patient = ? and exists"
                        + " (select 1 from record_merge m where m.id = ? and m.national_id_moved)",
                merged.source(),
                merged.target(),
                merged.id());
        numberBack(merged);
    }

    private void numberBack(Merged merged) {
        jdbc.update(
                "update issued_phn set survivor = ? where survivor = ? and exists (select 1 from record_merge_number n"
                        + " where n.merge_id = ? and n.phn = issued_phn.phn)",
                merged.source(),
                merged.target(),
                merged.id());
        if (merged.phnMoved()) {
            jdbc.update("update phn_holder set patient = ? where patient = ?", merged.source(), merged.target());
        } else if (merged.phn() != null) {
            jdbc.update(
                    "update issued_phn set state = 'issued', survivor = null where phn = ?",
                    merged.phn().value());
        }
    }
}
