package org.ancregistry.ig;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Objects;

/**
 * One way in which a resource does not keep to the guide.
 *
 * @param element where, as FHIRPath: {@code Observation.component[0].value}
 * @param rule the key of the invariant ({@code anc-answered}), or the validator's name for a rule of FHIR's own
 * @param message what is wrong, in English; it may quote what the resource says
 */
public record Breach(String element, String rule, String message) {

    /** An invariant is named by its profile and its key: {@code https://…/anc-observation#anc-answered}. */
    static Breach of(SingleValidationMessage message) {
        var id = Objects.requireNonNullElse(message.getMessageId(), "structure");
        return new Breach(
                String.valueOf(message.getLocationString()),
                id.substring(id.indexOf('#') + 1),
                String.valueOf(message.getMessage()));
    }

    @Override
    public String toString() {
        return element + ": " + message;
    }
}
