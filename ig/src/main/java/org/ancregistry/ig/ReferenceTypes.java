package org.ancregistry.ig;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Sees whether each reference leads to a resource of a type that the guide allows there: an Observation of a device is no
 * finding of a mother. The validator looks at what a reference leads to only where it has the resource at hand, so the type
 * is read from the reference's own text. One that names no type, within a transaction for instance, is left alone.
 */
final class ReferenceTypes {

    private static final String RULE = "reference-type";
    private static final String RESOURCE = "Resource";
    private static final Pattern NAMED = Pattern.compile("(?:^|.*/)([A-Z][A-Za-z]+)(?:/[A-Za-z0-9\\-.]{1,64}.*|\\?.*)");

    private final FhirContext fhir;
    private final Map<String, Map<String, Set<String>>> allowed = new HashMap<>();

    /** @param definitions the guide's profiles and extensions, with snapshots */
    ReferenceTypes(FhirContext fhir, Collection<StructureDefinition> definitions) {
        this.fhir = fhir;
        var own = definitions.stream().collect(Collectors.toMap(StructureDefinition::getUrl, Function.identity()));
        definitions.forEach(definition -> allowed.put(definition.getUrl(), targets(definition, own)));
    }

    private static Map<String, Set<String>> targets(
            StructureDefinition definition, Map<String, StructureDefinition> own) {
        var byPath = new HashMap<String, Set<String>>();
        for (var element : definition.getSnapshot().getElement()) {
            var types = types(element, own);
            if (!types.isEmpty() && !types.contains(RESOURCE)) {
                byPath.merge(plain(element.getPath()), types, ReferenceTypes::both);
            }
        }
        return byPath;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> types(ElementDefinition element, Map<String, StructureDefinition> own) {
        return element.getType().stream()
                .filter(type -> "Reference".equals(type.getCode()))
                .flatMap(type -> type.getTargetProfile().stream())
                .map(PrimitiveType::getValue)
                .map(profile -> own.containsKey(profile) ? own.get(profile).getType() : nameOf(profile))
                .collect(Collectors.toSet());
    }

    private static String nameOf(String profile) {
        return profile.substring(profile.lastIndexOf('/') + 1);
    }

    /** As the resource's own text has it: {@code Observation.subject}, whatever choice of types there was. */
    private static String plain(String path) {
        return path.replace("[x]", "");
    }

    /** The references of a resource that lead to a type which its profiles, as far as they are this guide's, rule out. */
    List<Breach> breaches(IBaseResource resource) {
        var terser = fhir.newTerser();
        var named = terser.getAllResourceReferences(resource).stream()
                .flatMap(found -> profiles(resource)
                        .flatMap(
                                profile -> breach(
                                        profile,
                                        resource.fhirType() + "." + found.getName(),
                                        found.getResourceReference())
                                        .stream()));
        var extended = terser.getAllPopulatedChildElementsOfType(resource, Extension.class).stream()
                .filter(extension -> extension.getValue() instanceof Reference)
                .flatMap(extension ->
                        breach(extension.getUrl(), "Extension.value", (Reference) extension.getValue()).stream());
        return Stream.concat(named, extended).distinct().toList();
    }

    private static Stream<String> profiles(IBaseResource resource) {
        return resource.getMeta().getProfile().stream()
                .map(profile -> profile.getValueAsString().split("\\|", -1)[0]);
    }

    private Optional<Breach> breach(String profile, String path, IBaseReference reference) {
        var types = allowed.getOrDefault(profile, Map.of()).get(plain(path));
        var type = NAMED.matcher(String.valueOf(reference.getReferenceElement().getValue()));
        return types == null || !type.matches() || types.contains(type.group(1))
                ? Optional.empty()
                : Optional.of(new Breach(
                        path,
                        RULE,
                        "Refer to " + types.stream().sorted().collect(Collectors.joining(" or ")) + ", not to "
                                + type.group(1) + "."));
    }
}
