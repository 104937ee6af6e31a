package org.ancregistry.portals.registry;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.AdditionalRequestHeadersInterceptor;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.ancregistry.portals.signin.AccessTokens;

/** The registry, asked on behalf of the person whose browser sent the request. */
public final class Registry {

    private final IRestfulClientFactory clients;
    private final String base;
    private final AccessTokens tokens;

    Registry(URI base, Duration patience, AccessTokens tokens) {
        this.base = base.toString();
        this.tokens = tokens;
        clients = FhirContext.forR4Cached().getRestfulClientFactory();
        clients.setServerValidationMode(ServerValidationModeEnum.NEVER);
        clients.setConnectTimeout((int) patience.toMillis());
        clients.setSocketTimeout((int) patience.toMillis());
    }

    /** The trail and the counts of attempts are about the person's own address, not about the portal's. */
    private static AdditionalRequestHeadersInterceptor from(HttpServletRequest request) {
        var headers = new AdditionalRequestHeadersInterceptor();
        headers.addHeaderValue("X-Forwarded-For", request.getRemoteAddr());
        return headers;
    }

    /**
     * Asks one thing.
     *
     * @throws RegistryRefusal when the registry refuses
     * @throws RegistryDown when it does not answer
     */
    public <T> T ask(HttpServletRequest request, Function<IGenericClient, T> question) {
        var client = clients.newGenericClient(base);
        client.registerInterceptor(new BearerTokenAuthInterceptor(tokens.current(request)));
        client.registerInterceptor(from(request));
        try {
            return question.apply(client);
        } catch (BaseServerResponseException e) {
            throw Refusals.of(e);
        }
    }
}
