package org.ancregistry.server.export;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.interceptors.access.AccessDecision;
import org.ancregistry.interceptors.access.ExportRights;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.operations.FhirOperation;
import org.hl7.fhir.r4.model.Patient;

/**
 * Answers {@code $export}, for everything or for the records of mothers. The same address with the number of an export says
 * where its files are, and with a type gives the file: it is made while it is fetched, from what the program may see at that
 * moment, so that nothing lies about that somebody could find or that a mother has closed since.
 */
final class ExportProvider implements FhirOperation {

    private static final String DEFINITIONS = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    private static final String JOB = "_job";
    private static final String FILE = "_file";
    private static final int ACCEPTED = 202;

    private final ExportJobs jobs;
    private final ExportFiles files;
    private final Auditor auditor;
    private final Clock clock;

    ExportProvider(ExportJobs jobs, ExportFiles files, Auditor auditor, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.auditor = auditor;
        this.clock = clock;
    }

    @Operation(name = "$export", idempotent = true, manualResponse = true, canonicalUrl = DEFINITIONS + "export")
    public void everything(ServletRequestDetails request) throws IOException {
        answer(request, new ExportRights(decision(request)).ofEverything());
    }

    @Operation(
            name = "$export",
            type = Patient.class,
            idempotent = true,
            manualResponse = true,
            canonicalUrl = DEFINITIONS + "patient-export")
    public void records(ServletRequestDetails request) throws IOException {
        answer(request, new ExportRights(decision(request)).ofRecords());
    }

    private void answer(ServletRequestDetails request, Set<String> allowed) throws IOException {
        var asked = new ExportRequest(request);
        var job = asked.value(JOB);
        if (job == null) {
            begin(request, asked, allowed);
            return;
        }
        var known = jobs.find(job, caller(request).id())
                .orElseThrow(() -> Refusal.NOT_FOUND.because("There is no such export, or it is older than a day."));
        var file = asked.value(FILE);
        if (file == null) {
            auditor.exported(request, Set.of());
            ExportManifest.write(known, request);
        } else if (known.types().contains(file) && allowed.contains(file)) {
            files.write(known, file, request, decision(request));
        } else {
            throw Refusal.NOT_FOUND.because("This export has no such file.");
        }
    }

    private void begin(ServletRequestDetails request, ExportRequest asked, Set<String> allowed) {
        asked.check();
        var job = new ExportJob(
                UUID.randomUUID().toString(),
                caller(request).id(),
                request.getCompleteUrl(),
                asked.types(allowed),
                asked.since(),
                clock.instant());
        auditor.exported(request, Set.of());
        jobs.keep(job);
        var answer = request.getServletResponse();
        answer.setStatus(ACCEPTED);
        answer.setHeader("Content-Location", address(request) + "?" + JOB + "=" + job.id());
    }

    static String address(ServletRequestDetails request) {
        var type = request.getResourceName();
        return request.getFhirServerBase() + (type == null ? "" : "/" + type) + "/$export";
    }

    static String file(ServletRequestDetails request, ExportJob job, String type) {
        return address(request) + "?" + JOB + "=" + job.id() + "&" + FILE + "=" + type;
    }

    private static Caller caller(ServletRequestDetails request) {
        if (request.getUserData().get(Caller.class) instanceof Caller caller) {
            return caller;
        }
        throw Refusal.SIGN_IN.because("Sign in first: an export is for the program that asks.");
    }

    private static AccessDecision decision(ServletRequestDetails request) {
        if (request.getUserData().get(AccessDecision.class) instanceof AccessDecision decision) {
            return decision;
        }
        throw Refusal.FORBIDDEN.because("Without an access decision nothing is exported.");
    }
}
