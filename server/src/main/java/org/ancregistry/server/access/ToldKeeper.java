package org.ancregistry.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * That a woman was told a result in person opens it to her own sign-in. So nobody says it by writing the result: only
 * {@code $acknowledge-results} does. It holds for what she was told: written anew with another content, the result is one
 * that she was not told.
 */
@Interceptor
public final class ToldKeeper implements StorageInterceptor {

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        if (!(request instanceof SystemRequestDetails)) {
            requireUntold(resource);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource before, IBaseResource after, RequestDetails request) {
        if (request instanceof SystemRequestDetails) {
            return;
        }
        if (before instanceof Observation told && Orders.isTold(told) && after instanceof Observation now) {
            keep(told, now);
        } else {
            requireUntold(after);
        }
    }

    private static void keep(Observation told, Observation now) {
        if (Orders.sayTheSame(told, now)) {
            Orders.keepTold(told, now);
        } else {
            Orders.forgetTold(now);
        }
    }

    private static void requireUntold(IBaseResource resource) {
        if (resource instanceof Observation observation && Orders.isTold(observation)) {
            throw Problem.FORBIDDEN
                    .because("That she was told a result in person is said with $acknowledge-results.")
                    .at("Observation.extension");
        }
    }
}
