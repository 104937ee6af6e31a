package org.ancregistry.operations.askclinic;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$ask-clinic}. */
public final class AskClinicProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-ask-clinic";

    private final Asking asking;

    public AskClinicProvider(Asking asking) {
        this.asking = asking;
    }

    @Operation(name = "$ask-clinic", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters askClinic(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "kind", min = 1, max = 1) @Nullable CodeType kind,
            @OperationParam(name = "about", min = 1, max = 1) @Nullable Reference about,
            @OperationParam(name = "text", max = 1) @Nullable StringType text,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("kind", kind)
                .with("about", about)
                .with("text", text);
        var asksFor = kind(Given.required(kind, "kind"));
        var asked = new AskClinic(
                patient,
                Given.required(requestId, "request-id"),
                content.text(),
                asksFor,
                Given.present(Given.local(about, asksFor.about(), "about"), "about"),
                Words.of(text));
        return asking.ask(Callers.of(request), asked);
    }

    private static Kind kind(String code) {
        return Kind.of(code)
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Say what you ask for: another-day or who-looked.")
                        .at("kind"));
    }
}
