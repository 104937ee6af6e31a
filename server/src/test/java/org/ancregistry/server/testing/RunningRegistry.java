package org.ancregistry.server.testing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.server.AncRegistry;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole registry, started on a free port of the loopback address.
 *
 * <p>Starting takes tens of seconds, so {@link #onH2()} and {@link #onPostgres()} each start one that every test of the
 * run shares: a test makes people and numbers of its own and never counts all there are. A test that needs other
 * settings {@link #start(Map) starts} its own, and closes it.
 */
public final class RunningRegistry implements AutoCloseable {

    private static final Map<String, RunningRegistry> SHARED = new ConcurrentHashMap<>();
    private static final FhirContext FHIR = clientContext();

    private final ConfigurableApplicationContext context;
    private final URI baseUrl;
    private boolean shared;

    private RunningRegistry(ConfigurableApplicationContext context, URI baseUrl) {
        this.context = context;
        this.baseUrl = baseUrl;
    }

    public static RunningRegistry onH2() {
        return SHARED.computeIfAbsent("h2", kind -> start(h2()).shared());
    }

    public static RunningRegistry onPostgres() {
        return SHARED.computeIfAbsent(
                "postgres", kind -> start(postgres(TestPostgres.shared())).shared());
    }

    /**
     * A shared one on PostgreSQL with nobody at the door: every token check and access decision is taken off, to see what
     * the server itself refuses whoever asks, and what it costs.
     */
    public static RunningRegistry unguarded() {
        return SHARED.computeIfAbsent(
                "unguarded",
                kind -> start(postgres(TestPostgres.shared())).shared().withoutGuards());
    }

    /** A registry with {@code properties} besides the test's own; without a database among them it takes H2 in memory. */
    public static RunningRegistry start(Map<String, String> properties) {
        var all = settings(properties);
        return new RunningRegistry(
                new SpringApplicationBuilder(AncRegistry.class, TestTokens.class).run(arguments(all)),
                URI.create(all.get("anc.base-url")));
    }

    /** The tests' own settings, with {@code properties} in place of those of the same name. */
    public static Map<String, String> settings(Map<String, String> properties) {
        var port = Fork.freePort();
        var all = new LinkedHashMap<>(h2());
        all.put("server.port", String.valueOf(port));
        all.put("server.address", "127.0.0.1");
        all.put("anc.base-url", "http://localhost:" + port);
        all.put("anc.national-id.key-file", Fork.path("test-keys/national-id.key"));
        all.put("anc.authorization.signing-key", Fork.path("test-keys/signing-key.jwk"));
        all.put("anc.audit.outbox", Fork.path("audit-outbox/" + port));
        all.put("anc.import.clients.dhis2-sync.area", "Organization/import-area");
        all.put("anc.import.clients.dhis2-sync.facility", "Organization/import-clinic");
        all.put("anc.identity-feed.sources", "district,other-district");
        all.put("logging.level.root", "warn");
        all.putAll(properties);
        return all;
    }

    /** Settings as they are given on the command line. */
    public static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    /** Settings for a new H2 database in memory. */
    public static Map<String, String> h2() {
        return Map.of(
                "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    }

    /** Settings for a new database of {@code postgres}. */
    public static Map<String, String> postgres(TestPostgres postgres) {
        return Map.of(
                "spring.datasource.url", postgres.newDatabase(),
                "spring.datasource.username", postgres.user(),
                "spring.datasource.password", "");
    }

    /** Where the registry is, without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    public String fhirBase() {
        return baseUrl + "/fhir";
    }

    /** A FHIR client that sends no token. */
    public IGenericClient client() {
        return FHIR.newRestfulGenericClient(fhirBase());
    }

    /** A FHIR client of somebody who has signed in. */
    public IGenericClient client(Caller caller) {
        var client = client();
        client.registerInterceptor(new BearerTokenAuthInterceptor(token(caller)));
        return client;
    }

    /** Puts a resource into the store as the registry itself, and says under which reference, {@code Type/id}. */
    public <R extends Resource> String save(R resource) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) resource.getClass();
        return bean(DaoRegistry.class)
                .getResourceDao(type)
                .create(resource, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    /** An access token of somebody who has signed in, good for ten minutes. */
    public String token(Caller caller) {
        return TestTokens.of(caller, fhirBase());
    }

    /** A part of the running registry, to look at what no request shows. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private RunningRegistry withoutGuards() {
        var server = bean(RestfulServer.class);
        context.getBeanProvider(ServerInterceptor.class).forEach(server::unregisterInterceptor);
        var storage = bean(IInterceptorService.class);
        context.getBeanProvider(StorageInterceptor.class).forEach(storage::unregisterInterceptor);
        return this;
    }

    private RunningRegistry shared() {
        shared = true;
        return this;
    }

    /** Stops the registry, unless others share it: JUnit, too, closes what it gave a test as an argument. */
    @Override
    public void close() {
        if (!shared) {
            context.close();
        }
    }

    private static FhirContext clientContext() {
        var fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        fhir.getRestfulClientFactory().setSocketTimeout(60_000);
        return fhir;
    }
}
