package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Set;
import org.ancregistry.interceptors.PublicReading;
import org.ancregistry.interceptors.access.AccessInterceptor;
import org.ancregistry.interceptors.access.Offered;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** A CapabilityStatement that promises nothing the registry does not keep, and tells no numbers of women. */
final class HonestCapabilities extends JpaCapabilityStatementProvider {

    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final Set<String> OFF =
            Set.of("_filter", "_has", "_list", "_query", "_text", "_content", "_contained");

    private final ServedGuide guide;
    private final String issuer;

    HonestCapabilities(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            ServedGuide guide,
            String issuer) {
        super(server, systemDao, settings, searchParameters, validationSupport);
        this.guide = guide;
        this.issuer = issuer;
        setIncludeResourceCounts(false);
    }

    @Override
    protected boolean searchParamEnabled(String type, String parameter) {
        return PublicReading.DEFINITIONS.contains(type)
                ? GuideProvider.SEARCH_PARAMETERS.contains(parameter)
                : !OFF.contains(parameter) && super.searchParamEnabled(type, parameter);
    }

    @Override
    protected void postProcessRestResource(FhirTerser terser, IBase resource, String type) {
        super.postProcessRestResource(terser, resource, type);
        ((CapabilityStatementRestResourceComponent) resource)
                .setConditionalDelete(ConditionalDeleteStatus.NOTSUPPORTED)
                .setSupportedProfile(guide.profilesOf(type));
    }

    @Override
    protected void postProcess(FhirTerser terser, IBaseConformance statement) {
        super.postProcess(terser, statement);
        var capabilities = (CapabilityStatement) statement;
        capabilities.addImplementationGuide(guide.canonical());
        capabilities
                .getFormat()
                .removeIf(format -> format.getValue().contains("turtle")
                        || format.getValue().equals("ttl"));
        capabilities.getRest().forEach(this::sayHowToSignIn);
        capabilities.getPatchFormat().clear();
        capabilities.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .forEach(HonestCapabilities::sayNoMoreThanIsKept);
        capabilities
                .getRest()
                .forEach(rest -> rest.getResource()
                        .removeIf(resource -> !resource.hasInteraction() && !resource.hasOperation()));
    }

    /** What a search may bring along is a short list; each search parameter names its definition, which says the rest. */
    private static void sayNoMoreThanIsKept(CapabilityStatementRestResourceComponent resource) {
        resource.getInteraction()
                .removeIf(interaction -> !Offered.isOffered(resource.getType(), interaction.getCode()));
        resource.getOperation().removeIf(operation -> !Offered.isOffered(operation.getName()));
        resource.setSearchRevInclude(null);
        resource.getSearchInclude().removeIf(include -> !AccessInterceptor.INCLUDES.contains(include.getValue()));
        resource.getSearchParam().forEach(parameter -> parameter.setDocumentation(null));
    }

    private void sayHowToSignIn(CapabilityStatementRestComponent rest) {
        var uris = new Extension(OAUTH_URIS);
        Set.of("authorize", "token", "revoke", "introspect").stream()
                .sorted()
                .map(name -> new Extension(name, new UriType(issuer + "/oauth2/" + name)))
                .forEach(uris::addExtension);
        var smart = new Coding(
                "http://terminology.hl7.org/CodeSystem/restful-security-service", "SMART-on-FHIR", "SMART-on-FHIR");
        rest.getSecurity().addService(new CodeableConcept(smart)).addExtension(uris);
    }
}
