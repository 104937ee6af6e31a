package org.ancregistry.interceptors.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.IntStream;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.access.AccessDecision.Verdict;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Holds everything that is about to leave against the decision of the request: what it does not cover is left out of a
 * search and otherwise turns the answer into "no such record". No decision, no answer.
 */
@Interceptor(order = OutgoingInterceptor.ORDER)
public final class OutgoingInterceptor implements ServerInterceptor {

    /** Before the audit, which writes down what leaves. */
    public static final int ORDER = AccessInterceptor.ORDER + 100;

    private static final Set<RestOperationTypeEnum> WRITES =
            Set.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.TRANSACTION);

    private static final Set<RestOperationTypeEnum> LEFT_OUT_SILENTLY = Set.of(
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.TRANSACTION);

    private final Guesses guesses;

    public OutgoingInterceptor(Guesses guesses) {
        this.guesses = guesses;
    }

    /** As HAPI takes resources out of the store, page by page. */
    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void beforeShowing(RequestDetails request, IPreResourceShowDetails shown) {
        if (request == null || isMetadata(request)) {
            return;
        }
        var decision = decisionOf(request);
        learnOwners(shown, decision);
        for (var i = 0; i < shown.size(); i++) {
            var resource = shown.getResource(i);
            if (resource != null && verdict(resource, decision) != Verdict.SHOWN) {
                leaveOut(request, shown, i);
            }
        }
    }

    private static void learnOwners(IPreResourceShowDetails shown, AccessDecision decision) {
        var resources = new ArrayList<Resource>();
        IntStream.range(0, shown.size()).mapToObj(shown::getResource).forEach(resource -> {
            if (resource instanceof Resource known) {
                resources.add(known);
            }
        });
        decision.learn(Owners.of(resources));
    }

    private static void leaveOut(RequestDetails request, IPreResourceShowDetails shown, int i) {
        if (!LEFT_OUT_SILENTLY.contains(request.getRestOperationType())) {
            throw AccessInterceptor.notFound();
        }
        shown.setResource(i, null);
    }

    private static Verdict verdict(IBaseResource resource, AccessDecision decision) {
        return resource instanceof Resource known ? decision.verdict(known) : Verdict.FOREIGN;
    }

    /** The answer as a whole, also of operations, which take from the store what the caller does not see. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void beforeLeaving(RequestDetails request, ResponseDetails response) {
        var answer = response.getResponseResource();
        if (answer == null || isMetadata(request)) {
            return;
        }
        if (!(answer instanceof Resource resource)) {
            throw AccessInterceptor.notFound();
        }
        if (PublicReading.is(request) && PublicReading.holdsOnlyDefinitions(resource)) {
            return;
        }
        if (WRITES.contains(request.getRestOperationType())) {
            Answer.hideFromWriter(response, decisionOf(request));
            return;
        }
        var decision = decisionOf(request);
        Answer.hold(resource, request.getRestOperationType(), decision);
        if (decision.isOnOnePage() && resource instanceof Bundle found && !found.hasEntry()) {
            guesses.missed(decision.caller());
        }
    }

    private static boolean isMetadata(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.METADATA;
    }

    private static AccessDecision decisionOf(RequestDetails request) {
        if (request.getUserData().get(AccessDecision.class) instanceof AccessDecision decision) {
            return decision;
        }
        throw AccessInterceptor.notForYou();
    }
}
