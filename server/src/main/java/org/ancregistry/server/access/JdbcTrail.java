package org.ancregistry.server.access;

import org.ancregistry.operations.askclinic.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail's rows: whoever asks about one has seen it there, so it does not wait to be written any more. */
final class JdbcTrail implements Trail {

    private final JdbcClient jdbc;

    JdbcTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isByAnother(String event, String patient) {
        return jdbc.sql(
                                "select count(*) from audit_event where id = ? and patient = ? and (agent is null or agent <> ?)")
                        .params(event, patient, patient)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
