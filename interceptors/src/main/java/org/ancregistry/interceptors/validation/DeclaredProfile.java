package org.ancregistry.interceptors.validation;

import java.util.List;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;

/**
 * Sees to it that a resource says by which profile of the guide it is to be judged: without one it would be judged by FHIR
 * alone, which allows nearly everything.
 */
record DeclaredProfile(Guide guide) {

    /** Adds the profile where there is no choice; where there is one, the client must have made it. */
    List<Breach> complete(Resource resource) {
        var profiles = guide.profilesOf(resource.fhirType());
        if (profiles.isEmpty() || declaresOneOf(profiles, resource)) {
            return List.of();
        }
        if (profiles.size() > 1) {
            return List.of(undeclared(resource, profiles));
        }
        resource.getMeta().addProfile(profiles.get(0));
        return List.of();
    }

    private static boolean declaresOneOf(List<String> profiles, Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(PrimitiveType::getValue)
                .map(DeclaredProfile::withoutVersion)
                .anyMatch(profiles::contains);
    }

    private static String withoutVersion(String canonical) {
        var version = canonical.indexOf('|');
        return version < 0 ? canonical : canonical.substring(0, version);
    }

    private static Breach undeclared(Resource resource, List<String> profiles) {
        return new Breach(
                resource.fhirType() + ".meta.profile",
                "profile-undeclared",
                "Say which profile this resource keeps to, one of " + String.join(", ", profiles) + ".");
    }
}
