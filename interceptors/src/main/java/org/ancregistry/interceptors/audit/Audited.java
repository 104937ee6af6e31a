package org.ancregistry.interceptors.audit;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.interceptors.access.AccessDecision;
import org.jspecify.annotations.Nullable;

/**
 * The request that an audit record tells of, without anything in it that could name a person.
 *
 * @param requestId its X-Request-ID
 * @param interaction what was asked, as HL7's restful-interaction codes; {@code unknown} before it was understood
 * @param operation the operation's name with its dollar sign
 * @param subject {@code Type/id} that the address names
 * @param query the address, with every value blanked that may identify somebody
 * @param caller who asked; absent when nobody had signed in
 * @param decision what the caller reaches and why; absent before it was decided
 * @param from the network address it came from
 * @param server the FHIR base
 */
record Audited(
        String requestId,
        String interaction,
        @Nullable String operation,
        @Nullable String subject,
        String query,
        @Nullable Caller caller,
        @Nullable AccessDecision decision,
        String from,
        String server) {

    private static final String BREAK_GLASS = "$break-glass";
    private static final int LONGEST_REQUEST_ID = 64;
    /** FHIR's own rule for ids; what is no id is not worth keeping, and may be anything. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    static Audited of(RequestDetails request) {
        var interaction = request.getRestOperationType();
        return new Audited(
                requestId(request),
                interaction == null ? "unknown" : code(interaction),
                operation(request),
                subject(request),
                Blanked.address(request),
                request.getUserData().get(Caller.class) instanceof Caller caller ? caller : null,
                request.getUserData().get(AccessDecision.class) instanceof AccessDecision decision ? decision : null,
                from(request),
                String.valueOf(request.getFhirServerBase()));
    }

    /** A client may give it, as long as it likes. */
    private static String requestId(RequestDetails request) {
        var given = String.valueOf(request.getRequestId());
        return given.substring(0, Math.min(given.length(), LONGEST_REQUEST_ID));
    }

    /** What the registry does of itself, outside any request. */
    static Audited ofTheSystem() {
        return new Audited("internal", "transaction", null, null, "", null, null, "localhost", "internal");
    }

    /** Why the caller looks at that woman's record: an emergency is told apart from ordinary care. */
    Purpose purpose(Caller asking, @Nullable String patient) {
        var emergency =
                BREAK_GLASS.equals(operation) || (decision != null && patient != null && decision.isEmergency(patient));
        return emergency ? Purpose.BREAK_GLASS : asking.purpose();
    }

    /** What somebody does on one of the registry's own pages, outside any FHIR request. */
    static Audited ofAPage(@Nullable Caller caller, String act) {
        return new Audited("page", "update", act, null, "", caller, null, "localhost", "internal");
    }

    /** What somebody is shown on one of the registry's own pages and may take away on paper. */
    static Audited ofAPageShown(Caller caller, String act) {
        return new Audited("page", "read", act, null, "", caller, null, "localhost", "internal");
    }

    /** What the registry tells another of itself. */
    static Audited ofTelling(String act) {
        return new Audited("internal", "transaction", act, null, "", null, null, "localhost", "internal");
    }

    /** What somebody reads on one of the registry's own pages who is nobody here. */
    static Audited ofALink(String from, String act) {
        return new Audited("page", "read", act, null, "", null, null, from, "internal");
    }

    private static String code(RestOperationTypeEnum interaction) {
        return switch (interaction) {
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER -> "operation";
            case GET_PAGE -> "search-type";
            default -> interaction.getCode();
        };
    }

    private static @Nullable String operation(RequestDetails request) {
        var operation = request.getOperation();
        return operation != null && operation.matches("\\$[a-z-]{1,40}") ? operation : null;
    }

    private static @Nullable String subject(RequestDetails request) {
        var id = request.getId();
        return id == null
                        || request.getResourceName() == null
                        || id.getIdPart() == null
                        || !ID.matcher(id.getIdPart()).matches()
                        || !Blanked.isHarmless(id.getIdPart())
                ? null
                : request.getResourceName() + "/" + id.getIdPart();
    }

    static String from(RequestDetails request) {
        return request instanceof ServletRequestDetails servlet && servlet.getServletRequest() != null
                ? servlet.getServletRequest().getRemoteAddr()
                : "unknown";
    }

    /**
     * What the address names beside the woman whose trail is written. Another woman is not named there: this one reads it.
     */
    List<String> touched(@Nullable String patient) {
        return subject == null || subject.equals(patient) || (patient != null && patient() != null)
                ? List.of()
                : List.of(subject);
    }

    /** {@code Patient/…} that the address names, if it does. */
    @Nullable
    String patient() {
        return subject != null && subject.startsWith("Patient/") ? subject : null;
    }
}
