package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Registering a mother: looking whether she is known already, and writing her registration. */
public final class Registrations {

    private final Registry registry;

    Registrations(Registry registry) {
        this.registry = registry;
    }

    /** Records that may be hers ({@code $match-phn}): the one of her number, or those that resemble her. */
    public Comparison match(HttpServletRequest request, Search search) {
        return registry.ask(
                request, client -> RegistryAnswers.comparison(operate(client, "$match-phn", search.parameters())));
    }

    /** Registers her ({@code $register-anc}): all of it or nothing, and once for one request id. */
    public Registered register(HttpServletRequest request, Registration registration) {
        return registry.ask(
                request,
                client -> RegistryAnswers.registered(
                        operate(client, "$register-anc", RegistrationParameters.of(registration))));
    }

    private static Parameters operate(IGenericClient client, String operation, Parameters parameters) {
        return client.operation()
                .onType(Patient.class)
                .named(operation)
                .withParameters(parameters)
                .execute();
    }

    /**
     * What is known of her when the registry is searched.
     *
     * @param phn the number on her card
     * @param evidence the handle of what her national ID said
     * @param declared what she says of herself, when there is no evidence
     */
    public record Search(
            String draft,
            @Nullable String phn,
            @Nullable String evidence,
            @Nullable Declared declared) {

        Parameters parameters() {
            var parameters = new Parameters().addParameter("draft", draft);
            if (phn != null) {
                parameters.addParameter("phn", phn);
            }
            if (evidence != null) {
                parameters.addParameter("evidence", evidence);
            } else if (declared != null) {
                parameters.addParameter().setName("resource").setResource(declared.patient());
            }
            return parameters;
        }
    }
}
