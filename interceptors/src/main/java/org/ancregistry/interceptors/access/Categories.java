package org.ancregistry.interceptors.access;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** Compares a resource with the category that a granular scope is for, as a search by {@code category} would. */
final class Categories {

    private Categories() {}

    /** Whether {@code resource} is of {@code category} ({@code system|code}); everything is of none. */
    static boolean fit(Resource resource, @Nullable String category) {
        if (category == null) {
            return true;
        }
        var bar = category.indexOf('|');
        var system = category.substring(0, bar);
        var code = category.substring(bar + 1);
        return of(resource).stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding ->
                        code.equals(coding.getCode()) && system.equals(coding.hasSystem() ? coding.getSystem() : ""));
    }

    private static List<CodeableConcept> of(Resource resource) {
        if (resource instanceof Observation observation) {
            return observation.getCategory();
        } else if (resource instanceof Condition condition) {
            return condition.getCategory();
        } else if (resource instanceof CarePlan plan) {
            return plan.getCategory();
        } else if (resource instanceof ServiceRequest referral) {
            return referral.getCategory();
        } else if (resource instanceof Consent consent) {
            return consent.getCategory();
        }
        return List.of();
    }
}
