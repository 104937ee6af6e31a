package org.ancregistry.server.export;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.ancregistry.interceptors.access.AccessDecision;
import org.ancregistry.interceptors.access.Owners;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.server.registry.StoredPages;

/** Writes a file of an export a page at a time: a line for each resource that the program may see, audited before it leaves. */
final class ExportFiles {

    private final StoredPages stored;
    private final Auditor auditor;
    private final FhirContext fhir;

    ExportFiles(StoredPages stored, Auditor auditor, FhirContext fhir) {
        this.stored = stored;
        this.auditor = auditor;
        this.fhir = fhir;
    }

    void write(ExportJob job, String type, ServletRequestDetails request, AccessDecision decision) throws IOException {
        var answer = request.getServletResponse();
        answer.setContentType("application/fhir+ndjson");
        answer.setHeader("Cache-Control", "no-store");
        var parser = fhir.newJsonParser().setPrettyPrint(false);
        var page = stored.first(type, job.since());
        if (page.resources().isEmpty()) {
            auditor.exported(request, Set.of());
        }
        while (!page.resources().isEmpty()) {
            var shown = decision.shownAmong(page.resources());
            auditor.exported(request, Owners.of(shown));
            for (var resource : shown) {
                var line = parser.encodeResourceToString(resource) + "\n";
                answer.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            }
            page = stored.next(page);
        }
    }
}
