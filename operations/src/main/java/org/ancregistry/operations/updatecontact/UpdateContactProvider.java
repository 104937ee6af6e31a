package org.ancregistry.operations.updatecontact;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$update-contact}. */
public final class UpdateContactProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-update-contact";

    private final UpdatingContact updating;

    public UpdateContactProvider(UpdatingContact updating) {
        this.updating = updating;
    }

    @Operation(name = "$update-contact", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters updateContact(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "based-on", min = 1, max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "phone", max = 1) @Nullable StringType phone,
            @OperationParam(name = "phone-shared", max = 1) @Nullable CodeType phoneShared,
            @OperationParam(name = "language", max = 1) @Nullable CodeType language,
            @OperationParam(name = "contact", max = 1) @Nullable ParametersParameterComponent contact,
            @OperationParam(name = "address", max = 1) @Nullable StringType address,
            @OperationParam(name = "village", max = 1) @Nullable StringType village,
            @OperationParam(name = "remove", max = -1) @Nullable List<CodeType> remove,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("based-on", basedOn)
                .with("phone", phone)
                .with("phone-shared", phoneShared)
                .with("language", language)
                .with(contact)
                .with("address", address)
                .with("village", village)
                .withAll("remove", remove);
        var asked = new UpdateContact(
                Given.required(requestId, "request-id"),
                content.text(),
                patient,
                Given.required(basedOn, "based-on"),
                TypedContact.phone(phone, "phone"),
                TypedContact.shared(phoneShared),
                TypedContact.language(language),
                TypedContact.person(contact),
                TypedContact.home(address, village),
                TypedContact.removed(remove));
        return updating.update(Callers.of(request), asked);
    }
}
