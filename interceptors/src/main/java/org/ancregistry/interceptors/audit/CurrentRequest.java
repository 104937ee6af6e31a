package org.ancregistry.interceptors.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;

/**
 * The request that this thread is answering. Operations write as the system, so the store cannot see for whom; it asks
 * here.
 */
public final class CurrentRequest {

    private static final ThreadLocal<RequestDetails> ANSWERED = new ThreadLocal<>();
    private static final String WRITTEN = CurrentRequest.class.getName() + ".written";

    private CurrentRequest() {}

    static void begins(RequestDetails request) {
        ANSWERED.set(request);
    }

    static void ends() {
        ANSWERED.remove();
    }

    public static Optional<RequestDetails> get() {
        return Optional.ofNullable(ANSWERED.get());
    }

    /** The network address that it came from. */
    public static Optional<String> address() {
        return get().map(Audited::from);
    }

    /** Its writes are committed, and so are the records of them. */
    public static void markWritten(RequestDetails request) {
        request.getUserData().put(WRITTEN, true);
    }

    static boolean hasWritten(RequestDetails request) {
        return request.getUserData().containsKey(WRITTEN);
    }
}
