package org.ancregistry.interceptors.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.IdentitySources;
import org.ancregistry.domain.access.Importers;
import org.ancregistry.interceptors.InboundBundle;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.token.BearerTokenInterceptor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/**
 * Decides before anything is looked up whether a caller may ask this at all, and leaves the {@link AccessDecision} for the
 * way out. What is not allowed by name is refused, so that what HAPI can do and nobody thought of stays shut.
 */
@Interceptor(order = AccessInterceptor.ORDER)
public final class AccessInterceptor implements ServerInterceptor {

    public static final int ORDER = BearerTokenInterceptor.ORDER + 100;

    /** All that a search may bring along ({@code _include}); nothing is brought along the other way round. */
    public static final Set<String> INCLUDES = Question.INCLUDES;

    private static final Set<RestOperationTypeEnum> OPERATIONS = Set.of(
            RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE,
            RestOperationTypeEnum.EXTENDED_OPERATION_TYPE,
            RestOperationTypeEnum.EXTENDED_OPERATION_SERVER);

    private final CareRelationships relationships;
    private final Areas areas;
    private final Importers importers;
    private final IdentitySources sources;

    public AccessInterceptor(
            CareRelationships relationships, Areas areas, Importers importers, IdentitySources sources) {
        this.relationships = relationships;
        this.areas = areas;
        this.importers = importers;
        this.sources = sources;
    }

    /** Refuses by the address alone. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void decide(RequestDetails request) {
        if (request.getRestOperationType() == RestOperationTypeEnum.METADATA || PublicReading.is(request)) {
            return;
        }
        if (!(request.getUserData().get(Caller.class) instanceof Caller caller)) {
            throw Refusal.SIGN_IN.because("Sign in first: this server answers only to a bearer token.");
        }
        var decision = new AccessDecision(caller, relationships, areas);
        request.getUserData().put(AccessDecision.class, decision);
        if (request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION) {
            InboundBundle.mark(request, caller, importers, sources);
        }
        check(request, decision);
    }

    private static void check(RequestDetails request, AccessDecision decision) {
        Question.requireText(request);
        if (request.getCompartmentName() != null || request.getSecondaryOperation() != null) {
            throw notForYou();
        }
        switch (request.getRestOperationType()) {
            case READ, VREAD, HISTORY_INSTANCE -> checkRead(request, decision);
            case SEARCH_TYPE -> SearchAccess.check(request, decision);
            case CREATE -> checkWrite(request, decision, Scopes.Letter.CREATE);
            case UPDATE -> checkWrite(request, decision, Scopes.Letter.UPDATE);
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER ->
                checkOperation(request, decision);
            case TRANSACTION ->
                require(InboundBundle.of(request)
                        .map(Act::of)
                        .map(decision::mayCall)
                        .orElseGet(decision::mayTransact));
            // Each entry of the page is judged on the way out.
            case GET_PAGE -> Question.noIncludes(request);
            default -> throw notForYou();
        }
    }

    private static void checkRead(RequestDetails request, AccessDecision decision) {
        var type = request.getResourceName();
        var named = type + "/" + request.getId().getIdPart();
        require(decision.mayRead(type) || decision.isOwnProfile(named));
        if (type.equals("Patient") && !decision.isOwnProfile(named)) {
            requireInCare(decision, named);
            requireWithin(decision.confinedTo(type, Scopes.Letter.READ), named);
        }
    }

    /** A condition is also a search, whose answer would come back as "created" or "not created". */
    private static void checkWrite(RequestDetails request, AccessDecision decision, Scopes.Letter letter) {
        var type = request.getResourceName();
        require(decision.mayWrite(type, letter));
        var conditional = request.getHeader("If-None-Exist") != null
                || (letter == Scopes.Letter.UPDATE && request.getId() == null);
        require(!conditional || decision.maySearch(type));
    }

    private static void checkOperation(RequestDetails request, AccessDecision decision) {
        var act = Act.named(String.valueOf(request.getOperation())).orElseThrow(AccessInterceptor::notForYou);
        require(act.isAskedOf(request.getResourceName()) && decision.mayCall(act));
        var namesHer = request.getId() != null && act.on().equals("Patient");
        if (namesHer) {
            var named = "Patient/" + request.getId().getIdPart();
            requireInCare(decision, named);
            requireWithin(decision.confinedTo(act.type(), act.letter()), named);
        }
        // An app that was let in for one record does nothing that is not about that record.
        require(namesHer || decision.confinedTo(act.type(), act.letter()).isEmpty());
    }

    /** Refuses by what the body says, once it is read. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void decideOnBody(RequestDetails request, RestOperationTypeEnum interaction) {
        if (!(request.getUserData().get(AccessDecision.class) instanceof AccessDecision decision)) {
            return;
        }
        var isOperation = OPERATIONS.contains(interaction);
        if ((isOperation || interaction == RestOperationTypeEnum.TRANSACTION)
                && request.getResource() instanceof Bundle bundle) {
            decideOnEntries(bundle, isOperation || InboundBundle.is(request), decision);
        }
        if (isOperation && request.getResource() instanceof Parameters parameters) {
            parameters.getParameter().stream()
                    .map(Parameters.ParametersParameterComponent::getResource)
                    .filter(Bundle.class::isInstance)
                    .forEach(bundle -> decideOnEntries((Bundle) bundle, true, decision));
            parameters.getParameter().stream()
                    .filter(parameter -> "patient".equals(parameter.getName()))
                    .map(Parameters.ParametersParameterComponent::getValue)
                    .forEach(value -> requireInCare(decision, named(value)));
        }
    }

    /** What is brought is written by an operation, as far as the scopes of the one who brings it go. */
    private static void decideOnEntries(Bundle bundle, boolean isBrought, AccessDecision decision) {
        if (isBrought) {
            bundle.getEntry().stream()
                    .filter(entry -> entry.hasResource())
                    .forEach(entry ->
                            require(decision.mayBring(entry.getResource().fhirType())));
        } else {
            bundle.getEntry().forEach(entry -> TransactionAccess.check(entry, decision));
        }
    }

    private static String named(Object value) {
        return value instanceof Reference reference
                        && "Patient".equals(reference.getReferenceElement().getResourceType())
                ? "Patient/" + reference.getReferenceElement().getIdPart()
                : "";
    }

    private static void requireInCare(AccessDecision decision, String patient) {
        if (!decision.reaches(List.of(patient))) {
            throw notFound();
        }
    }

    private static void requireWithin(Optional<String> confined, String patient) {
        if (confined.filter(only -> !only.equals(patient)).isPresent()) {
            throw notFound();
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw notForYou();
        }
    }

    static RuntimeException notForYou() {
        return Refusal.FORBIDDEN.because("Your role and your app's permissions do not allow this.");
    }

    /** The one answer for what does not exist and for what is not the caller's to see. */
    static RuntimeException notFound() {
        return Refusal.NOT_FOUND.because(Refusal.NO_SUCH_RECORD);
    }
}
