package org.ancregistry.operations.registeranc;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.registeranc.RegisterAnc.FirstContact;
import org.ancregistry.operations.registeranc.RegisterAnc.GivenConsent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/$register-anc}. */
public final class RegisterAncProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-register-anc";
    private static final String OWN_PHONE = "own";
    private static final String FIELD_CLINIC = "field-clinic";

    private final Registering registering;

    public RegisterAncProvider(Registering registering) {
        this.registering = registering;
    }

    @Operation(name = "$register-anc", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters registerAnc(
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "draft", min = 1, max = 1) @Nullable StringType draft,
            @OperationParam(name = "evidence", max = 1) @Nullable StringType evidence,
            @OperationParam(name = "unverified-reason", max = 1) @Nullable CodeType unverifiedReason,
            @OperationParam(name = "person", max = 1) @Nullable Patient person,
            @OperationParam(name = "phn-decision", min = 1, max = 1) @Nullable CodeType decision,
            @OperationParam(name = "phn", max = 1) @Nullable StringType phn,
            @OperationParam(name = "different-from", max = -1) @Nullable List<Reference> differentFrom,
            @OperationParam(name = "update-address", max = 1) @Nullable BooleanType updateAddress,
            @OperationParam(name = "phone-shared", max = 1) @Nullable CodeType phoneShared,
            @OperationParam(name = "answer", max = -1) @Nullable List<ParametersParameterComponent> answers,
            @OperationParam(name = "consent", min = 1, max = 1) @Nullable ParametersParameterComponent consent,
            @OperationParam(name = "contact-date", max = 1) @Nullable DateTimeType contactDate,
            @OperationParam(name = "contact-type", max = 1) @Nullable CodeType contactType,
            RequestDetails request) {
        var content = new Content()
                .with("draft", draft)
                .with("evidence", evidence)
                .with("unverified-reason", unverifiedReason)
                .with("person", person)
                .with("phn-decision", decision)
                .with("phn", phn)
                .withAll("different-from", differentFrom)
                .with("update-address", updateAddress)
                .with("phone-shared", phoneShared)
                .with(answers)
                .with(consent)
                .with("contact-date", contactDate)
                .with("contact-type", contactType);
        var phoneOf = Given.text(phoneShared);
        var asked = new RegisterAnc(
                Given.required(requestId, "request-id"),
                content.text(),
                Given.required(draft, "draft"),
                Given.text(evidence),
                Given.text(unverifiedReason),
                person == null ? new Patient() : person,
                PhnDecision.of(Given.required(decision, "phn-decision")),
                Given.text(phn),
                Given.patients(Numbered.no(differentFrom), "different-from"),
                Numbered.numbers(differentFrom),
                updateAddress != null && updateAddress.booleanValue(),
                phoneOf != null && !phoneOf.equals(OWN_PHONE),
                answers == null ? List.of() : answers,
                consent(consent),
                contact(contactDate, contactType));
        return registering.register(Callers.of(request), asked);
    }

    private static GivenConsent consent(@Nullable ParametersParameterComponent consent) {
        if (consent == null || Parts.text(consent, "permit") == null) {
            throw Problem.CONSENT_MISSING
                    .because("Ask her whether her record may be kept and shared, and record what she said.")
                    .at("consent.permit");
        }
        return new GivenConsent(Parts.isTrue(consent, "permit"), Parts.isTrue(consent, "spoken"));
    }

    private static FirstContact contact(@Nullable DateTimeType date, @Nullable CodeType type) {
        var place = Given.text(type);
        return new FirstContact(Given.text(date) == null ? null : date, place == null ? FIELD_CLINIC : place);
    }
}
