package org.ancregistry.ig.site;

import java.util.Locale;
import org.hl7.fhir.r5.conformance.profile.BindingResolution;
import org.hl7.fhir.r5.conformance.profile.ProfileKnowledgeProvider;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r5.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** Where in the guide, or in FHIR's specification, something that a table names is explained. */
final class GuideLinks implements ProfileKnowledgeProvider {

    private final IWorkerContext definitions;
    private final String canonical;
    private final String specification;

    /**
     * @param canonical what the address of each of the guide's own definitions begins with
     * @param specification where FHIR's pages are
     */
    GuideLinks(IWorkerContext definitions, String canonical, String specification) {
        this.definitions = definitions;
        this.canonical = canonical + "/";
        this.specification = specification;
    }

    boolean isOurs(CanonicalResource definition) {
        return definition.getUrl().startsWith(canonical);
    }

    static String pageOf(CanonicalResource definition) {
        return definition.fhirType() + "-" + definition.getId() + ".html";
    }

    @Override
    public boolean isDatatype(String type) {
        return isPrimitiveType(type) || isOf(StructureDefinitionKind.COMPLEXTYPE, type);
    }

    @Override
    public boolean isPrimitiveType(String type) {
        return isOf(StructureDefinitionKind.PRIMITIVETYPE, type);
    }

    @Override
    public boolean isResource(String type) {
        return isOf(StructureDefinitionKind.RESOURCE, type);
    }

    private boolean isOf(StructureDefinitionKind kind, String type) {
        var definition = definitions.fetchTypeDefinition(type);
        return definition != null && definition.getKind() == kind;
    }

    @Override
    public boolean hasLinkFor(String type) {
        return isDatatype(type) || isResource(type);
    }

    @Override
    public String getLinkFor(String corePath, String type) {
        return specification + (isResource(type) ? type.toLowerCase(Locale.ROOT) + ".html" : "datatypes.html#" + type);
    }

    @Override
    public BindingResolution resolveBinding(
            StructureDefinition profile, ElementDefinitionBindingComponent binding, String path) {
        return resolveBinding(profile, binding.getValueSet(), path);
    }

    @Override
    public BindingResolution resolveBinding(StructureDefinition profile, String url, String path) {
        var set = definitions.fetchResource(ValueSet.class, url);
        return set == null
                ? new BindingResolution(url, url)
                : new BindingResolution(set.present(), isOurs(set) ? pageOf(set) : set.getUrl());
    }

    @Override
    public @Nullable String getLinkForProfile(StructureDefinition profile, String url) {
        var linked = definitions.fetchResource(StructureDefinition.class, url);
        if (linked == null) {
            return null;
        }
        var address = isOurs(linked) ? pageOf(linked) : getLinkFor("", linked.getType());
        return address + "|" + linked.present();
    }

    @Override
    public boolean prependLinks() {
        return false;
    }

    @Override
    public String getLinkForUrl(String corePath, String url) {
        return url;
    }

    @Override
    public String getCanonicalForDefaultContext() {
        return specification;
    }

    @Override
    public String getDefinitionsName(Resource resource) {
        return resource.getId();
    }
}
