package org.ancregistry.server.access;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.server.audit.AuditOutbox;
import org.hl7.fhir.r4.model.AuditEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the audit trail a page at a time. */
final class AuditEventSearch {

    private final JdbcClient jdbc;
    private final FhirContext fhir;
    private final PhnRegister register;
    private final AuditOutbox outbox;

    AuditEventSearch(JdbcClient jdbc, FhirContext fhir, PhnRegister register, AuditOutbox outbox) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.fhir = fhir;
        this.register = register;
    }

    Optional<AuditEvent> withId(String id) {
        outbox.deliver();
        return read(jdbc.sql("select resource from audit_event where id = ?").param(id))
                .findFirst();
    }

    /** Newest first; a number that nobody holds is refused as not found, since an empty list would say that nobody looked. */
    List<AuditEvent> find(AuditQuery query, int from, int size) {
        outbox.deliver();
        if (query.phn() != null) {
            query.and("patient = ?", holderOf(query.phn()));
        }
        return read(jdbc.sql("select resource from audit_event" + query.where()
                                + " order by recorded desc, id limit ? offset ?")
                        .params(Stream.concat(query.values().stream(), Stream.of(size, from))
                                .toList()))
                .toList();
    }

    private String holderOf(String phn) {
        return Phn.parse(phn)
                .flatMap(register::holderOf)
                .orElseThrow(() -> Refusal.NOT_FOUND.because("No mother holds this number."));
    }

    private Stream<AuditEvent> read(JdbcClient.StatementSpec asked) {
        var parser = fhir.newJsonParser();
        return asked.query(String.class).list().stream().map(json -> parser.parseResource(AuditEvent.class, json));
    }
}
