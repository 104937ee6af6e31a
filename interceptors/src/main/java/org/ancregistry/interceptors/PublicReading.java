package org.ancregistry.interceptors;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * What everybody may read without signing in: what the data mean, which holds no person's data. A programmer must be able
 * to look up a profile that the CapabilityStatement names, before there is a program that could sign in.
 */
public final class PublicReading {

    /** The types that an implementation guide is made of. */
    public static final Set<String> DEFINITIONS = Set.of(
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "ImplementationGuide",
            "Measure",
            "NamingSystem",
            "OperationDefinition",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");

    private static final Set<RestOperationTypeEnum> READING =
            Set.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD, RestOperationTypeEnum.SEARCH_TYPE);

    private PublicReading() {}

    /** Whether the method changes nothing; HEAD asks what GET asks, for the headers alone (RFC 9110, section 9.3.2). */
    public static boolean isLooking(RequestDetails request) {
        return request.getRequestType() == RequestTypeEnum.GET || request.getRequestType() == RequestTypeEnum.HEAD;
    }

    /** Whether the address alone, before anything else is known of the request, asks for definitions. */
    public static boolean isAskedAt(RequestDetails request) {
        var path = request.getRequestPath();
        return isLooking(request) && path != null && DEFINITIONS.contains(path.split("/", 2)[0]);
    }

    /** Whether somebody who has not signed in reads definitions, and nothing with them. */
    public static boolean is(RequestDetails request) {
        return !request.getUserData().containsKey(Caller.class)
                && isAskedAt(request)
                && READING.contains(request.getRestOperationType())
                && DEFINITIONS.contains(String.valueOf(request.getResourceName()))
                && request.getCompartmentName() == null
                && request.getSecondaryOperation() == null;
    }

    /** Whether an answer holds nothing but definitions. */
    public static boolean holdsOnlyDefinitions(Resource answer) {
        return answer instanceof Bundle bundle
                ? bundle.getEntry().stream().allMatch(entry -> isDefinition(entry.getResource()))
                : isDefinition(answer) || answer instanceof OperationOutcome;
    }

    private static boolean isDefinition(Resource resource) {
        return resource != null && DEFINITIONS.contains(resource.fhirType());
    }
}
