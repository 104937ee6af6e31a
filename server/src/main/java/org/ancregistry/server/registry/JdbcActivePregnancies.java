package org.ancregistry.server.registry;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.operations.ActivePregnancies;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open pregnancies in a table of their own, whose key lets nobody have two. */
final class JdbcActivePregnancies implements ActivePregnancies {

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;

    JdbcActivePregnancies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
    }

    @Override
    public Optional<String> of(String patient) {
        return jdbc
                .query(
                        "select pregnancy from active_pregnancy where patient = ?",
                        (row, i) -> row.getString(1),
                        patient)
                .stream()
                .findFirst();
    }

    @Override
    public Set<String> among(Collection<String> patients) {
        return patients.isEmpty()
                ? Set.of()
                : JdbcClient.create(jdbc)
                        .sql("select patient from active_pregnancy where patient in (:patients)")
                        .param("patients", patients)
                        .query(String.class)
                        .set();
    }

    /** Whether that pregnancy is her open one now, whoever had it before two records became one; false when another is. */
    boolean open(String patient, String pregnancy) {
        jdbc.update("delete from active_pregnancy where pregnancy = ? and patient <> ?", pregnancy, patient);
        var other = of(patient);
        return other.map(pregnancy::equals)
                .orElseGet(() -> firstCome.insert(
                        "insert into active_pregnancy (patient, pregnancy) values (?, ?)", patient, pregnancy));
    }

    void close(String pregnancy) {
        jdbc.update("delete from active_pregnancy where pregnancy = ?", pregnancy);
    }
}
