package org.ancregistry.server.export;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.server.registry.StoredPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts bulk export together. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    ExportJobs exportJobs(JdbcClient jdbc, Clock clock) {
        return new ExportJobs(jdbc, clock);
    }

    @Bean
    ExportProvider bulkExport(ExportJobs jobs, StoredPages stored, Auditor auditor, FhirContext fhir, Clock clock) {
        return new ExportProvider(jobs, new ExportFiles(stored, auditor, fhir), auditor, clock);
    }
}
