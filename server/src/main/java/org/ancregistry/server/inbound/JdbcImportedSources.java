package org.ancregistry.server.inbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ancregistry.operations.importanc.ImportedSources;
import org.ancregistry.server.registry.FirstCome;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What was brought, in the database. The key makes the second of two Bundles about one mother wait for the first. */
final class JdbcImportedSources implements ImportedSources {

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;
    private final Clock clock;

    JdbcImportedSources(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
        this.clock = clock;
    }

    @Override
    public Optional<Brought> take(String importer, String source) {
        var isNew = firstCome.insert(
                "insert into imported (importer, source, brought_at) values (?, ?, ?)", importer, source, now());
        if (!isNew) {
            jdbc.update(
                    "update imported set brought_at = ? where importer = ? and source = ?", now(), importer, source);
        }
        return Optional.ofNullable(of(importer, List.of(source)).get(source));
    }

    @Override
    public Map<String, Brought> of(String importer, Collection<String> sources) {
        var found = new HashMap<String, Brought>();
        if (!sources.isEmpty()) {
            new NamedParameterJdbcTemplate(jdbc)
                    .query(
                            "select source, reference, content from imported where importer = :importer"
                                    + " and source in (:sources) and reference is not null",
                            Map.of("importer", importer, "sources", sources),
                            row -> {
                                found.put(row.getString(1), new Brought(row.getString(2), row.getString(3)));
                            });
        }
        return found;
    }

    @Override
    public void keep(String importer, Map<String, Brought> brought) {
        new TreeMap<>(brought).forEach((source, one) -> keep(importer, source, one));
    }

    private void keep(String importer, String source, Brought brought) {
        var known = jdbc.update(
                "update imported set reference = ?, content = ?, brought_at = ? where importer = ? and source = ?",
                brought.reference(),
                brought.content(),
                now(),
                importer,
                source);
        if (known == 0) {
            jdbc.update(
                    "insert into imported (importer, source, reference, content, brought_at) values (?, ?, ?, ?, ?)",
                    importer,
                    source,
                    brought.reference(),
                    brought.content(),
                    now());
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
