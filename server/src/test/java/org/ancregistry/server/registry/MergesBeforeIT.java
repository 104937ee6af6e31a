package org.ancregistry.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Merges and announcements that stood before it was written down which numbers a merge leads on. */
class MergesBeforeIT {

    private static final String ISSUED = "insert into issued_phn (phn, state, survivor, replaced_of,"
            + " request_id, issued_at) values (?, 'retired', ?, ?, 'r', current_timestamp)";

    private final DriverManagerDataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    @Test
    void bringBackTheNumbersThatLedToTheSource() {
        migrateTo("172");
        merged("Patient/earlier", "Patient/source", "4054BCDFGH1");
        merged("Patient/source", "Patient/target", "4054BCDFGH2");
        merged("Patient/apart", "Patient/target", "4054BCDFGH3");
        for (var number : List.of("4054BCDFGH1", "4054BCDFGH2", "4054BCDFGH3", "4054BCDFGH5")) {
            jdbc.update(ISSUED, number, "Patient/target", null);
        }
        jdbc.update(ISSUED, "4054BCDFGH4", "Patient/target", "Patient/source");
        jdbc.update("insert into fed_number (phn, client, patient, replaced_by, said)"
                + " values ('4054BCDFGH5', 'district', 'Patient/gone', '4054BCDFGH2', 'x')");
        migrateTo("174");
        assertThat(ledOn("Patient/source")).containsExactly("4054BCDFGH1", "4054BCDFGH4", "4054BCDFGH5");
        assertThat(ledOn("Patient/apart")).isEmpty();
        assertThat(leadsTo("4054BCDFGH5")).isEqualTo("Patient/target");
    }

    @Test
    void areSeenInWhereAnAnnouncedNumberLeads() {
        migrateTo("172");
        jdbc.update("insert into fed_number (phn, client, patient, said)"
                + " values ('4054BCDFGH6', 'district', 'Patient/announced', 'x')");
        merged("Patient/announced", "Patient/target", "4054BCDFGH6");
        jdbc.update(ISSUED, "4054BCDFGH6", "Patient/target", null);
        migrateTo("174");
        assertThat(leadsTo("4054BCDFGH6")).isEqualTo("Patient/announced");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/registry")
                .target(version)
                .load()
                .migrate();
    }

    private void merged(String source, String target, String phn) {
        jdbc.update(
                "insert into record_merge (source, target, standing, phn, phn_moved, national_id_moved, providers,"
                        + " merged_at) values (?, ?, ?, ?, false, false, '', current_timestamp)",
                source,
                target,
                source,
                phn);
    }

    private List<String> ledOn(String source) {
        return jdbc.queryForList(
                "select n.phn from record_merge_number n join record_merge m on m.id = n.merge_id where m.source = ?"
                        + " order by n.phn",
                String.class,
                source);
    }

    private String leadsTo(String phn) {
        return String.valueOf(jdbc.queryForObject("select leads_to from fed_number where phn = ?", String.class, phn));
    }
}
