package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;

/**
 * Search parameters of FHIR's that nobody asks this registry by. Each would cost index rows at every write: those that
 * look into an Observation's components and values at once, the days of a plan's single contacts, and who claims which
 * profile.
 */
final class RetiredSearchParameters {

    private static final Map<String, Set<String>> RETIRED = Map.of(
            "Observation",
            Set.of(
                    "code-value-concept",
                    "code-value-date",
                    "code-value-quantity",
                    "code-value-string",
                    "combo-code",
                    "combo-code-value-concept",
                    "combo-code-value-quantity",
                    "combo-data-absent-reason",
                    "combo-value-concept",
                    "combo-value-quantity",
                    "component-code",
                    "component-code-value-concept",
                    "component-code-value-quantity",
                    "component-data-absent-reason",
                    "component-value-concept",
                    "component-value-quantity",
                    "data-absent-reason",
                    "value-date"),
            "CarePlan",
            Set.of("activity-code", "activity-date", "activity-reference"));

    private RetiredSearchParameters() {}

    /** As SearchParameters that say so, each under the address of the one that it takes off. */
    static List<SearchParameter> all(FhirContext fhir) {
        var ofTypes = RETIRED.entrySet().stream()
                .flatMap(type -> type.getValue().stream()
                        .map(name -> fhir.getResourceDefinition(type.getKey()).getSearchParam(name)))
                .map(RetiredSearchParameters::retired);
        return Stream.concat(ofTypes, Stream.of(profile())).toList();
    }

    /** HAPI does not know this one by type. */
    private static SearchParameter profile() {
        var retired = new SearchParameter();
        retired.setUrl("http://hl7.org/fhir/SearchParameter/Resource-profile")
                .setName("_profile")
                .setCode("_profile")
                .setStatus(PublicationStatus.RETIRED)
                .setType(SearchParamType.URI)
                .setExpression("Resource.meta.profile")
                .addBase("Resource");
        return retired;
    }

    private static SearchParameter retired(RuntimeSearchParam known) {
        var retired = new SearchParameter();
        retired.setUrl(known.getUri())
                .setName(known.getName())
                .setCode(known.getName())
                .setStatus(PublicationStatus.RETIRED)
                .setType(SearchParamType.fromCode(known.getParamType().getCode()))
                .setExpression(known.getPath());
        known.getBase().forEach(retired::addBase);
        return retired;
    }
}
