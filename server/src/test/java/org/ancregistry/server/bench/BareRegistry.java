package org.ancregistry.server.bench;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;
import org.ancregistry.server.AncRegistry;
import org.ancregistry.server.stored.PatientsByIdentifier;
import org.ancregistry.server.stored.StoredReads;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * The registry's own HAPI with every interceptor and every reading of the registry taken off, before anybody can ask it: no
 * token, no decision, no audit, and HAPI's own reads and answers.
 */
public final class BareRegistry {

    private static final String OURS = "org.ancregistry.";

    private BareRegistry() {}

    public static void main(String[] args) {
        ApplicationListener<ApplicationStartedEvent> bared = started -> {
            var server = started.getApplicationContext().getBean(RestfulServer.class);
            takeOff(server.getInterceptorService());
            takeReadsOff(server);
            takeOff(started.getApplicationContext().getBean(IInterceptorService.class));
        };
        new SpringApplicationBuilder(AncRegistry.class).listeners(bared).run(args);
    }

    private static void takeReadsOff(RestfulServer server) {
        List.copyOf(server.getResourceProviders()).stream()
                .filter(provider ->
                        provider instanceof StoredReads.OfOneType || provider instanceof PatientsByIdentifier)
                .forEach(server::unregisterProvider);
    }

    private static void takeOff(IInterceptorService interceptors) {
        List.copyOf(interceptors.getAllRegisteredInterceptors()).stream()
                .filter(interceptor -> interceptor.getClass().getName().startsWith(OURS))
                .forEach(interceptors::unregisterInterceptor);
    }
}
