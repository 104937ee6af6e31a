package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.util.Map;
import org.ancregistry.interceptors.InboundBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DecimalType;

/**
 * Refuses what is switched off wherever it may be said: in the address, in a condition, or inside a transaction, whose
 * entries HAPI gives to the store without looking at what the server serves.
 */
@Interceptor
final class SwitchedOffRequests {

    /** More places than anything is measured to, before or behind the point. */
    private static final int MOST_PLACES = 100;

    private static final Map<HTTPVerb, RestOperationTypeEnum> WRITES = Map.of(
            HTTPVerb.POST, RestOperationTypeEnum.CREATE,
            HTTPVerb.PUT, RestOperationTypeEnum.UPDATE,
            HTTPVerb.PATCH, RestOperationTypeEnum.PATCH,
            HTTPVerb.DELETE, RestOperationTypeEnum.DELETE);

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void checkAddress(RequestDetails request) {
        SearchUrl.check(request.getParameters());
        request.getHeaders("If-None-Exist").forEach(condition -> SearchUrl.check("?" + afterQuestionMark(condition)));
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void checkEntries(RequestDetails request, RestOperationTypeEnum interaction) {
        IBaseResource resource = request.getResource();
        if (resource != null) {
            checkNumbers(request.getFhirContext(), resource);
        }
        if (interaction == RestOperationTypeEnum.TRANSACTION
                && !InboundBundle.is(request)
                && resource instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> checkEntry(entry.getRequest()));
        }
    }

    /** Also those that came as XML, or as text: they would be written out in full when they are stored. */
    private static void checkNumbers(FhirContext fhir, IBaseResource resource) {
        var huge = fhir.newTerser().getAllPopulatedChildElementsOfType(resource, DecimalType.class).stream()
                .map(DecimalType::getValue)
                .anyMatch(number -> number != null && Math.abs((long) number.scale()) > MOST_PLACES);
        if (huge) {
            throw new InvalidRequestException("A number in the body is too large or too small.");
        }
    }

    private static void checkEntry(BundleEntryRequestComponent entry) {
        SearchUrl.check("?" + afterQuestionMark(entry.getIfNoneExist()));
        var url = entry.getUrl();
        if (url == null || entry.getMethod() == null) {
            throw new InvalidRequestException("Each entry needs request.method and request.url.");
        }
        SearchUrl.check(url);
        checkWrite(entry.getMethod(), url);
    }

    private static void checkWrite(HTTPVerb method, String url) {
        var write = WRITES.get(method);
        if (write == null || url.contains("$")) {
            return;
        }
        var type = typeIn(url);
        if (!ServedInteractions.interactionsOn(type).contains(write)) {
            throw new MethodNotAllowedException("This server does not offer " + write.getCode() + " of " + type + ".");
        }
    }

    /** The first segment that looks like a type, since the address may be a whole one. */
    private static String typeIn(String url) {
        var path = afterBase(url.split("\\?", 2)[0]);
        return path.split("/", 2)[0];
    }

    private static String afterBase(String path) {
        var base = path.lastIndexOf("/fhir/");
        var relative = base < 0 ? path : path.substring(base + "/fhir/".length());
        return relative.startsWith("/") ? relative.substring(1) : relative;
    }

    private static String afterQuestionMark(String condition) {
        return condition == null ? "" : condition.substring(condition.indexOf('?') + 1);
    }
}
