package org.ancregistry.server.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** Shows the guide's definitions of one type to whoever asks: there is no way to write through it. */
public final class GuideProvider<R extends MetadataResource> implements IResourceProvider {

    static final Set<String> SEARCH_PARAMETERS = Set.of("_id", "url", "version", "name", "status");

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Class<R> type;
    private final ServedGuide guide;

    private GuideProvider(Class<R> type, ServedGuide guide) {
        this.type = type;
        this.guide = guide;
    }

    /** One for each type that a guide is made of. */
    static List<GuideProvider<?>> forAll(ServedGuide guide) {
        return Stream.of(
                        CapabilityStatement.class,
                        CodeSystem.class,
                        ConceptMap.class,
                        ImplementationGuide.class,
                        Measure.class,
                        NamingSystem.class,
                        OperationDefinition.class,
                        Questionnaire.class,
                        SearchParameter.class,
                        StructureDefinition.class,
                        ValueSet.class)
                .<GuideProvider<?>>map(type -> new GuideProvider<>(type, guide))
                .toList();
    }

    @Override
    public Class<R> getResourceType() {
        return type;
    }

    /** The definition of that id. */
    @Read
    public R read(@IdParam IdType id) {
        return guide.all(type)
                .filter(definition -> definition.getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("The guide has no such " + type.getSimpleName()
                        + "; search without parameters to see what it has."));
    }

    /** The definitions that have all of what is given: a whole address, with or without version, or a name's beginning. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") @Nullable TokenParam id,
            @OptionalParam(name = "url") @Nullable UriParam url,
            @OptionalParam(name = "version") @Nullable TokenParam version,
            @OptionalParam(name = "name") @Nullable TokenParam name,
            @OptionalParam(name = "status") @Nullable TokenParam status,
            @Offset @Nullable Integer offset,
            @Count @Nullable Integer count) {
        var found = guide.all(type)
                .filter(one -> id == null || one.getIdPart().equals(id.getValue()))
                .filter(one -> url == null || isAt(one, url.getValue()))
                .filter(one -> version == null || version.getValue().equals(one.getVersion()))
                .filter(one -> name == null || begins(one.getName(), name.getValue()))
                .filter(one -> status == null
                        || status.getValue().equals(one.getStatus().toCode()))
                .toList();
        return page(found, offset, count);
    }

    private IBundleProvider page(List<R> found, @Nullable Integer offset, @Nullable Integer count) {
        var from = Math.min(Math.max(Objects.requireNonNullElse(offset, 0), 0), found.size());
        var size = Math.min(Math.max(Objects.requireNonNullElse(count, USUAL_PAGE), 1), LARGEST_PAGE);
        var page = new SimpleBundleProvider(found.subList(from, Math.min(from + size, found.size())));
        page.setCurrentPageOffset(from);
        page.setCurrentPageSize(size);
        page.setSize(found.size());
        return page;
    }

    private static boolean isAt(MetadataResource definition, String canonical) {
        return canonical.equals(definition.getUrl())
                || canonical.equals(definition.getUrl() + "|" + definition.getVersion());
    }

    private static boolean begins(@Nullable String name, String beginning) {
        return name != null && name.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
    }
}
