package org.ancregistry.server.matching;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.server.matching.SyntheticRecord.Profile;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A registry of synthetic mothers as far as matching is concerned: the side tables, filled directly. The same seed and
 * size give the same rows, and a test shows that they are those that the storage hooks would have written.
 */
final class SyntheticRegistry implements AutoCloseable {

    private static final long CLINIC_DAY = 1;
    private static final int AT_ONCE = 10_000;
    private static final int HOUSEHOLD = 12;

    private final SingleConnectionDataSource dataSource;
    private final long seed;
    private final long women;

    SyntheticRegistry(String url, String user, long seed, long women) {
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/registry")
                .outOfOrder(true)
                .load()
                .migrate();
        this.dataSource = new SingleConnectionDataSource(url, user, "", true);
        this.seed = seed;
        this.women = women;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    long women() {
        return women;
    }

    SyntheticMother woman(long number) {
        return SyntheticMother.of(seed, number);
    }

    /** Every other sister never came: who asks for her must not be given the one who did. */
    static boolean isRegistered(long number) {
        return number % (2L * HOUSEHOLD) != HOUSEHOLD;
    }

    /** Her row, as the clinic that registered her wrote it. */
    static MatchRow row(SyntheticMother woman) {
        var said = SyntheticRecord.of(woman, Profile.CLINIC, CLINIC_DAY);
        return new MatchRow(
                woman.number(), "Patient/" + woman.number(), 1, SyntheticRecord.areaThen(woman), said.with(null));
    }

    static @Nullable NationalIdHashes numberOf(SyntheticMother woman) {
        return SyntheticRecord.of(woman, Profile.CLINIC, CLINIC_DAY).nationalId();
    }

    /** What the national register says of her when she proves who she is. */
    static Demographics verified(SyntheticMother woman) {
        return SyntheticRecord.of(woman, Profile.VERIFIED, 2);
    }

    /** Writes every row; the indexes are made afterwards, as one would for a bulk load. */
    void fill() {
        var jdbc = jdbc();
        jdbc.execute("set maintenance_work_mem = '512MB'");
        jdbc.execute("alter table match_key drop constraint match_key_pkey");
        jdbc.execute("drop index match_key_person");
        for (var from = 0L; from < women; from += AT_ONCE) {
            copy(from, Math.min(women, from + AT_ONCE));
        }
        jdbc.execute("alter table match_key add primary key (k, person)");
        jdbc.execute("create index match_key_person on match_key (person)");
        jdbc.execute("vacuum analyze match_person");
        jdbc.execute("vacuum analyze match_key");
        jdbc.execute("vacuum analyze national_id_hash");
    }

    private void copy(long from, long to) {
        var persons = new StringBuilder();
        var keys = new StringBuilder();
        var numbers = new StringBuilder();
        LongStream.range(from, to).filter(SyntheticRegistry::isRegistered).forEach(number -> {
            var woman = woman(number);
            var row = row(woman);
            line(persons, number, row.patient(), 1, row.area(), Said.text(row.said()));
            row.keys().forEach(key -> line(keys, key, number));
            var hashes = numberOf(woman);
            if (hashes != null) {
                line(
                        numbers,
                        row.patient(),
                        hashes.whole(),
                        hashes.birthPart(),
                        hashes.serialPart(),
                        hashes.lastThree());
            }
        });
        copy("match_person (person, patient, version, area, said)", persons);
        copy("match_key (k, person)", keys);
        copy("national_id_hash (patient, whole, birth_part, serial_part, last_three)", numbers);
    }

    private static void line(StringBuilder to, Object... values) {
        for (var i = 0; i < values.length; i++) {
            to.append(i == 0 ? "" : "\t").append(String.valueOf(values[i]).replace("\\", "\\\\"));
        }
        to.append('\n');
    }

    private void copy(String table, StringBuilder lines) {
        try (var connection = dataSource.getConnection()) {
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            copying.copyIn("copy " + table + " from stdin", new StringReader(lines.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        dataSource.destroy();
    }
}
