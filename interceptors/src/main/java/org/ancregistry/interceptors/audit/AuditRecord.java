package org.ancregistry.interceptors.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act on one woman's record, or on no woman's.
 *
 * @param id the AuditEvent's own id
 * @param recorded when it happened
 * @param action C, R, U, D or E, as in AuditEvent.action
 * @param outcome 0 when it was done, 4 when it was refused, 8 when it failed, as in AuditEvent.outcome
 * @param agent {@code Practitioner/…}, {@code Patient/…} or a system's client id; absent when nobody had signed in
 * @param role the agent's role code
 * @param facility {@code Organization/…} where the agent works
 * @param purpose why, as a v3 PurposeOfUse code
 * @param patient {@code Patient/…} whose record it was about
 * @param requestId the request's X-Request-ID
 * @param resource the whole AuditEvent as FHIR JSON
 */
public record AuditRecord(
        String id,
        Instant recorded,
        String action,
        String outcome,
        @Nullable String agent,
        @Nullable String role,
        @Nullable String facility,
        @Nullable String purpose,
        @Nullable String patient,
        String requestId,
        String resource) {}
