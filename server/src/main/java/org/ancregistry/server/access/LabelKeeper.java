package org.ancregistry.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.interceptors.access.Sensitivity;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Labels what is sensitive whenever it is stored, whoever stores it: a label is neither forgotten nor taken away by
 * leaving it out of the next version.
 */
@Interceptor
public final class LabelKeeper implements StorageInterceptor {

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        label(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource before, IBaseResource after) {
        if (before instanceof Resource old && after instanceof Resource now) {
            old.getMeta().getSecurity().stream()
                    .filter(label -> now.getMeta().getSecurity(label.getSystem(), label.getCode()) == null)
                    .forEach(label -> now.getMeta().addSecurity(label.copy()));
        }
        label(after);
    }

    private static void label(IBaseResource resource) {
        if (resource instanceof Resource stored) {
            Sensitivity.label(stored);
        }
    }
}
