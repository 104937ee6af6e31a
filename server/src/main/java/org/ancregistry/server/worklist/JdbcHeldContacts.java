package org.ancregistry.server.worklist;

import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.operations.HeldContacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the facts of the work list on which day she was seen, so that both mean the same by it. */
final class JdbcHeldContacts implements HeldContacts {

    private final JdbcClient jdbc;

    JdbcHeldContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LocalDate> last(String patient) {
        return jdbc.sql("select closes from work_list_fact where patient = ? and kind = 'contact'"
                        + " order by closes desc limit 1")
                .param(patient)
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public boolean on(String patient, LocalDate day) {
        return jdbc.sql(
                        "select exists (select 1 from work_list_fact where patient = ? and kind = 'contact' and closes = ?)")
                .params(patient, day)
                .query(Boolean.class)
                .single();
    }
}
