package org.ancregistry.interceptors.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ancregistry.interceptors.InboundBundle;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.access.AccessInterceptor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Lets nothing be stored by a client that does not keep to the guide, so that whoever reads a record may rely on the guide.
 *
 * <p>Comes after the access decision: who may not write at all is told so, and nothing else. What our own operations build
 * is proven valid in tests and not judged again here.
 */
@Interceptor(order = ValidationInterceptor.ORDER)
public final class ValidationInterceptor implements ServerInterceptor {

    static final int ORDER = AccessInterceptor.ORDER + 100;

    private final Guide guide;
    private final DeclaredProfile profile;

    public ValidationInterceptor(Guide guide) {
        this.guide = guide;
        this.profile = new DeclaredProfile(guide);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void judge(RequestDetails request, RestOperationTypeEnum interaction) {
        if (InboundBundle.is(request)) {
            return;
        }
        var breaches =
                switch (interaction) {
                    case CREATE, UPDATE, TRANSACTION -> breaches(request);
                    default -> List.<Breach>of();
                };
        if (!breaches.isEmpty()) {
            throw AgainstTheGuide.refusal(breaches);
        }
    }

    private List<Breach> breaches(RequestDetails request) {
        var all = new ArrayList<>(CarefulReading.lost(request));
        if (request.getResource() instanceof Bundle bundle) {
            all.addAll(inEntries(bundle));
        } else if (request.getResource() instanceof Resource resource) {
            all.addAll(inOne(resource));
        }
        return all;
    }

    private List<Breach> inEntries(Bundle bundle) {
        var entries = bundle.getEntry();
        return IntStream.range(0, entries.size())
                .boxed()
                .flatMap(i -> inEntry(entries.get(i).getResource(), i))
                .toList();
    }

    private Stream<Breach> inEntry(Resource resource, int entry) {
        return inOne(resource).stream().map(breach -> breach.inEntry(entry));
    }

    private List<Breach> inOne(Resource resource) {
        var undeclared = profile.complete(resource);
        return undeclared.isEmpty() ? guide.breaches(resource) : undeclared;
    }
}
