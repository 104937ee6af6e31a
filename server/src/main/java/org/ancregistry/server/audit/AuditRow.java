package org.ancregistry.server.audit;

import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of {@code audit_event}, column by column. */
record AuditRow(
        String id,
        OffsetDateTime recorded,
        String action,
        String outcome,
        @Nullable String agent,
        @Nullable String role,
        @Nullable String facility,
        @Nullable String purpose,
        @Nullable String patient,
        String requestId,
        String resource) {

    static final String COLUMNS = "e.id, e.recorded, e.action, e.outcome, e.agent, e.role, e.facility, e.purpose, "
            + "e.patient, e.request_id, e.resource";

    /** All of it in one text, the same for the same row whichever time zone the database answers in. */
    String text() {
        var moment = recorded.toInstant();
        return Stream.of(
                        id,
                        moment.getEpochSecond() + "." + moment.getNano(),
                        action,
                        outcome,
                        agent,
                        role,
                        facility,
                        purpose,
                        patient,
                        requestId,
                        resource)
                .map(value -> value == null ? "-" : "=" + value)
                .collect(Collectors.joining("\u001f"));
    }
}
