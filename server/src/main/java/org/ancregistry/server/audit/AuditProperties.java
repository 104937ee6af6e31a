package org.ancregistry.server.audit;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the audit trail is kept.
 *
 * @param outbox the folder in which records of reads wait for the database, on a disk that outlives the process
 */
@Validated
@ConfigurationProperties("anc.audit")
public record AuditProperties(@NotNull Path outbox) {}
