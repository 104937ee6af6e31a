package org.ancregistry.server.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.identityfeed.FedNumbers;
import org.ancregistry.server.registry.FirstCome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was announced, in the database. The key makes the second of two Bundles about one number wait for the first. */
final class JdbcFedNumbers implements FedNumbers {

    private static final String ONE =
            "select client, patient, replaced_by, leads_to, said from fed_number where phn = ?";

    private final JdbcTemplate jdbc;
    private final FirstCome firstCome;

    JdbcFedNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.firstCome = new FirstCome(jdbc);
    }

    @Override
    public Fed take(Phn phn, String client) {
        firstCome.insert("insert into fed_number (phn, client) values (?, ?)", phn.value(), client);
        return jdbc.query(ONE + " for update", JdbcFedNumbers::row, phn.value()).stream()
                .findFirst()
                .orElseGet(() -> Fed.of(client));
    }

    @Override
    public Optional<Fed> of(Phn phn) {
        return jdbc.query(ONE, JdbcFedNumbers::row, phn.value()).stream().findFirst();
    }

    @Override
    public void keep(Phn phn, Fed fed) {
        jdbc.update(
                "update fed_number set patient = ?, replaced_by = ?, leads_to = ?, said = ? where phn = ? and client = ?",
                fed.patient(),
                value(fed.replacedBy()),
                fed.leadsTo(),
                fed.said(),
                phn.value(),
                fed.client());
    }

    @Override
    public void forget(Phn phn) {
        jdbc.update("delete from fed_number where phn = ?", phn.value());
    }

    private static @Nullable String value(@Nullable Phn phn) {
        return phn == null ? null : phn.value();
    }

    private static Fed row(ResultSet row, int number) throws SQLException {
        var replacedBy = row.getString("replaced_by");
        return new Fed(
                row.getString("client"),
                row.getString("patient"),
                replacedBy == null ? null : new Phn(replacedBy),
                row.getString("leads_to"),
                row.getString("said"));
    }
}
