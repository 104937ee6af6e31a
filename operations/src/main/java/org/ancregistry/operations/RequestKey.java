package org.ancregistry.operations;

import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;

/**
 * The name under which a request may be repeated: the client's own id, apart for every caller, so that nobody is answered
 * with what another was told.
 *
 * @param caller the caller's {@link Caller#id()}
 * @param requestId 1–64 letters, digits, hyphens, dots or underscores, chosen by the client; a UUID for instance
 */
public record RequestKey(String caller, String requestId) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public RequestKey {
        if (!SHAPE.matcher(requestId).matches()) {
            throw Problem.PARAMETER_INVALID
                    .because("request-id has 1 to 64 letters, digits, hyphens, dots or underscores: send a UUID.")
                    .at("request-id");
        }
    }

    public static RequestKey of(Caller caller, String requestId) {
        return new RequestKey(caller.id(), requestId);
    }

    /** One text for both, unique as the pair is. */
    public String value() {
        return caller + "#" + requestId;
    }
}
