package org.ancregistry.server.export;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says where the files of an export are. */
final class ExportManifest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExportManifest() {}

    static void write(ExportJob job, ServletRequestDetails request) throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("transactionTime", job.begun().toString());
        manifest.put("request", job.asked());
        manifest.put("requiresAccessToken", true);
        manifest.put(
                "output",
                job.types().stream()
                        .map(type -> Map.of("type", type, "url", ExportProvider.file(request, job, type)))
                        .toList());
        manifest.put("error", List.of());
        var answer = request.getServletResponse();
        answer.setContentType("application/json");
        answer.setHeader("Cache-Control", "no-store");
        answer.getOutputStream().write(JSON.writeValueAsBytes(manifest));
    }
}
