package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.interceptor.ForceOffsetSearchModeInterceptor;
import ca.uhn.fhir.jpa.interceptor.UserRequestRetryVersionConflictsInterceptor;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.stream.Stream;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.ServerInterceptor;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.server.config.InstallationProperties;
import org.ancregistry.server.inbound.TransactionProvider;
import org.ancregistry.server.stored.PatientsByIdentifier;
import org.ancregistry.server.stored.StoredReads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR API under {@code /fhir}: what it offers and through whose hands every request goes. */
@Configuration(proxyBeanMethods = false)
class FhirServerConfiguration {

    @Bean
    RestfulServer restfulServer(
            IFhirSystemDao<?, ?> systemDao,
            FhirProperties properties,
            InstallationProperties installation,
            DatabaseBackedPagingProvider paging) {
        var server = new FhirServer(systemDao.getContext());
        server.setServerName("ANC Registry");
        server.setServerVersion(version());
        server.setImplementationDescription("ANC Registry");
        server.setServerAddressStrategy(new HardcodedServerAddressStrategy(installation.fhirBase()));
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setUncompressIncomingContents(false);
        server.setDefaultPrettyPrint(properties.defaultPrettyPrint());
        paging.setDefaultPageSize(properties.defaultPageSize());
        paging.setMaximumPageSize(properties.maxPageSize());
        server.setPagingProvider(paging);
        return server;
    }

    private static String version() {
        var version = FhirServerConfiguration.class.getPackage().getImplementationVersion();
        return version == null ? "unpacked" : version;
    }

    /** Fills the server once every bean is there; the servlet starts afterwards. */
    @Bean
    SmartInitializingSingleton fhirServerContents(
            RestfulServer server,
            ResourceProviderFactory resources,
            IJpaSystemProvider system,
            TransactionProvider transactions,
            StoredReads reads,
            PatientsByIdentifier byIdentifier,
            ServedGuide guide,
            ObjectProvider<FhirOperation> operations,
            ObjectProvider<ServerInterceptor> interceptors) {
        return () -> {
            server.registerInterceptor(new ServedInteractions());
            server.registerInterceptor(new SwitchedOffRequests());
            server.registerInterceptor(new UserRequestRetryVersionConflictsInterceptor());
            interceptors.orderedStream().forEach(server::registerInterceptor);
            GuideProvider.forAll(guide).forEach(server::registerProvider);
            resources.createProviders().stream()
                    .filter(FhirServerConfiguration::isServed)
                    .flatMap(provider -> withReads(provider, reads))
                    .forEach(server::registerProvider);
            server.registerProvider(byIdentifier);
            server.registerProvider(system);
            server.registerProvider(transactions);
            operations.orderedStream().forEach(server::registerProvider);
        };
    }

    /** Some types have a store, since HAPI reads them, and yet no address; definitions are the guide's. */
    private static boolean isServed(Object provider) {
        return !(provider instanceof IResourceProvider resources)
                || isServed(resources.getResourceType().getSimpleName());
    }

    /** Of two that can answer HAPI asks the one that came last. */
    private static Stream<Object> withReads(Object provider, StoredReads reads) {
        return provider instanceof IResourceProvider resources
                ? Stream.of(provider, reads.of(resources.getResourceType()))
                : Stream.of(provider);
    }

    private static boolean isServed(String type) {
        return !PublicReading.DEFINITIONS.contains(type)
                && !ServedInteractions.interactionsOn(type).isEmpty();
    }

    /** A search is answered from one page to the next by offset: storing each one costs more than it saves. */
    @Bean
    SmartInitializingSingleton storageInterceptors(
            IInterceptorService storage, ObjectProvider<StorageInterceptor> interceptors) {
        return () -> {
            storage.registerInterceptor(new ForceOffsetSearchModeInterceptor());
            interceptors.orderedStream().forEach(storage::registerInterceptor);
        };
    }

    @Bean
    SmartInitializingSingleton capabilityStatement(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            ServedGuide guide,
            InstallationProperties installation) {
        return () -> server.setServerConformanceProvider(new HonestCapabilities(
                server,
                systemDao,
                settings,
                searchParameters,
                validationSupport,
                guide,
                installation.baseUrl().toString()));
    }

    @Bean
    ServedGuide servedGuide(FhirContext fhir) {
        return new ServedGuide(fhir);
    }

    /** The guide's rules, for whoever must say whether a resource keeps them. */
    @Bean
    GuideValidator guideValidator(FhirContext fhir) {
        return new GuideValidator(fhir);
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        var registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
