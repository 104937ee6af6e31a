package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ancregistry.ig.GuideDefinitions;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.springframework.util.function.SingletonSupplier;

/**
 * The guide that this version of the registry keeps to, as its jar carries it. It is read into memory once, when it is
 * first asked for: it can neither be changed nor differ between nodes, and no start has anything to install.
 */
final class ServedGuide {

    private final Supplier<List<MetadataResource>> definitions;

    ServedGuide(FhirContext fhir) {
        definitions = SingletonSupplier.of(() -> read(fhir));
    }

    private static List<MetadataResource> read(FhirContext fhir) {
        return GuideDefinitions.all(fhir).stream()
                .filter(MetadataResource.class::isInstance)
                .map(MetadataResource.class::cast)
                .toList();
    }

    <R extends MetadataResource> Stream<R> all(Class<R> type) {
        return all().stream().filter(type::isInstance).map(type::cast);
    }

    private List<MetadataResource> all() {
        return Objects.requireNonNull(definitions.get());
    }

    /** {@code url|version} of the guide itself. */
    String canonical() {
        return all(ImplementationGuide.class)
                .map(guide -> guide.getUrl() + "|" + guide.getVersion())
                .findFirst()
                .orElseThrow();
    }

    /** The guide's profiles of a type of resource. */
    List<CanonicalType> profilesOf(String type) {
        return all(StructureDefinition.class)
                .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
                .filter(profile -> profile.getType().equals(type))
                .map(profile -> new CanonicalType(profile.getUrl()))
                .toList();
    }
}
