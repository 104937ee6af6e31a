package org.ancregistry.interceptors.validation;

/**
 * One way in which a resource does not keep to the guide.
 *
 * @param element where, as FHIRPath: {@code Observation.component[0].value}
 * @param rule which rule: an invariant of the guide ({@code anc-answered}), or the validator's name for one of FHIR's own
 * @param message what is wrong, for the person who wrote the resource; it may quote what the resource says
 */
public record Breach(String element, String rule, String message) {

    /** The same, in the resource that is an entry of a transaction. */
    Breach inEntry(int entry) {
        var inside = element.indexOf('.');
        return new Breach(
                "Bundle.entry[" + entry + "].resource" + (inside < 0 ? "" : element.substring(inside)), rule, message);
    }
}
