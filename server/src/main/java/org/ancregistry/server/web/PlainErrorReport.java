package org.ancregistry.server.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's last word on requests that reached no page and no FHIR, such as an address that cannot be one: an
 * OperationOutcome instead of an HTML page. Public because Tomcat makes it by its name.
 */
public final class PlainErrorReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            Refusal.write(response.getResponse(), status, Refusal.diagnostics(status));
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("Nobody was left to tell", gone);
        }
    }
}
