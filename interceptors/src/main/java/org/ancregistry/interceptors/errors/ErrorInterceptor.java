package org.ancregistry.interceptors.errors;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.audit.Auditor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into an answer that is safe to give, and has it written down before it is given. */
@Interceptor
public final class ErrorInterceptor implements ServerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorInterceptor.class);

    private final Auditor auditor;
    private final Class<? extends RuntimeException> rejection;

    /**
     * @param rejection what the web server's firewall throws where HAPI reads a name or a header that it does not let
     *     through: the request's fault and not the registry's
     */
    public ErrorInterceptor(Auditor auditor, Class<? extends RuntimeException> rejection) {
        this.auditor = auditor;
        this.rejection = rejection;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException answer(RequestDetails request, Throwable problem) {
        var answer = rejection.isInstance(problem)
                ? Refusal.BAD_REQUEST.because("Names of parameters and headers are text without control characters.")
                : SafeAnswer.to(problem);
        if (answer.getStatusCode() >= 500) {
            LOG.error("Request {} failed: {}", request.getRequestId(), Cause.of(problem));
        }
        return written(request, answer) ? answer : unwritten();
    }

    /** The database may be what went wrong, so nothing is known about how this fails. */
    private boolean written(RequestDetails request, BaseServerResponseException answer) {
        try {
            auditor.refused(request, answer.getStatusCode(), SafeAnswer.codeOf(answer));
            return true;
        } catch (RuntimeException e) {
            LOG.error("Request {} could not be audited: {}", request.getRequestId(), Cause.of(e));
            return false;
        }
    }

    private static BaseServerResponseException unwritten() {
        return Refusal.UNAVAILABLE.because("The registry cannot write down what is asked of it, so it answers nothing."
                + " Try again in a minute.");
    }
}
