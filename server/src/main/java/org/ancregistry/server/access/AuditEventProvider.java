package org.ancregistry.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.List;
import java.util.Objects;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.server.audit.AuditOutbox;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a mother who did what with her record, newest first. There is no way to write an AuditEvent through it, and HAPI's
 * own store of AuditEvents is not there.
 */
public final class AuditEventProvider implements IResourceProvider, FhirOperation {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final JdbcClient jdbc;
    private final FhirContext fhir;
    private final AuditOutbox outbox;

    AuditEventProvider(JdbcClient jdbc, FhirContext fhir, AuditOutbox outbox) {
        this.jdbc = jdbc;
        this.fhir = fhir;
        this.outbox = outbox;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    /** The access interceptor lets a mother ask about herself only. */
    @Search(allowUnknownParams = true)
    public IBundleProvider about(
            @OptionalParam(name = AuditEvent.SP_PATIENT) @Nullable ReferenceParam patient,
            @Offset @Nullable Integer offset,
            @Count @Nullable Integer count) {
        if (patient == null) {
            throw Refusal.FORBIDDEN.because("Say whose record you ask about: name the patient in the search.");
        }
        outbox.deliver();
        var from = Math.max(Objects.requireNonNullElse(offset, 0), 0);
        var size = Math.min(Math.max(Objects.requireNonNullElse(count, USUAL_PAGE), 1), LARGEST_PAGE);
        var events = events("Patient/" + patient.getIdPart(), from, size);
        var page = new SimpleBundleProvider(events);
        page.setCurrentPageOffset(from);
        page.setCurrentPageSize(size);
        page.setSize(events.size() < size ? Integer.valueOf(from + events.size()) : null);
        return page;
    }

    private List<AuditEvent> events(String patient, int from, int size) {
        var parser = fhir.newJsonParser();
        return jdbc
                .sql("select resource from audit_event where patient = ? order by recorded desc, id limit ? offset ?")
                .params(patient, size, from)
                .query(String.class)
                .stream()
                .map(json -> parser.parseResource(AuditEvent.class, json))
                .toList();
    }
}
