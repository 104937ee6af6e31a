package org.ancregistry.portals.supervisor;

import java.util.List;
import java.util.UUID;
import org.ancregistry.portals.registry.Emergencies.Review;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What a supervisor found of an opening; nothing is chosen beforehand.
 *
 * @param decision {@code in-order} or {@code not-in-order}
 * @param basedOn the version of the opening that she looked at
 * @param requestId made with the page: sent twice, it is one request
 */
record EmergencyForm(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String basedOn,
        @Nullable String requestId) {

    static final List<String> DECISIONS = List.of("in-order", "not-in-order");

    private static final int LONGEST = 500;

    static EmergencyForm begun(String version) {
        return new EmergencyForm(null, null, version, UUID.randomUUID().toString());
    }

    /** The same words, for another attempt on what is there now. */
    EmergencyForm basedOn(String version) {
        return new EmergencyForm(decision, reason, version, UUID.randomUUID().toString());
    }

    /** A browser sends a line break as two characters, and it is one. */
    private String words() {
        return reason == null ? "" : reason.strip().replace("\r\n", "\n");
    }

    void check(BindingResult errors) {
        if (!DECISIONS.contains(String.valueOf(decision))) {
            errors.rejectValue("decision", "emergencies.decision.missing");
        }
        if (words().isEmpty()) {
            errors.rejectValue("reason", "emergencies.reason.missing");
        } else if (words().length() > LONGEST) {
            errors.rejectValue("reason", "emergencies.reason.long");
        }
    }

    Review review() {
        return new Review(RequestId.orNew(requestId), String.valueOf(basedOn), String.valueOf(decision), words());
    }
}
