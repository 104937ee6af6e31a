package org.ancregistry.operations.answerconsent;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Sharing;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.RecordConsents.Wish;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$answer-consent}. */
public final class AnswerConsentProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-answer-consent";

    private static final Set<String> KEPT_OUT = Set.of("Practitioner", "Organization");

    private final AnsweringConsent answering;

    public AnswerConsentProvider(AnsweringConsent answering) {
        this.answering = answering;
    }

    @Operation(name = "$answer-consent", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters answerConsent(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "permit", max = 1) @Nullable BooleanType permit,
            @OperationParam(name = "share", max = 1) @Nullable CodeType share,
            @OperationParam(name = "keep-out", max = -1) @Nullable List<Reference> keepOut,
            @OperationParam(name = "draft", min = 1, max = 1) @Nullable StringType draft,
            @OperationParam(name = "evidence", min = 1, max = 1) @Nullable StringType evidence,
            RequestDetails request) {
        var named = keepOut == null ? List.<Reference>of() : keepOut;
        var content = new Content()
                .with("patient", id)
                .with("permit", permit)
                .with("share", share)
                .with("draft", draft)
                .with("evidence", evidence);
        named.forEach(who -> content.with("keep-out", who));
        var asked = new AnswerConsent(
                Given.reference(id),
                Given.required(requestId, "request-id"),
                content.text(),
                new Wish(
                        sharing(permit, share),
                        named.stream().map(AnswerConsentProvider::keptOut).toList()),
                Given.required(evidence, "evidence"),
                Given.required(draft, "draft"));
        return answering.answer(Callers.of(request), asked);
    }

    /** A plain yes is for those who care for her; a plain no leaves her own area. */
    private static Sharing sharing(@Nullable BooleanType permit, @Nullable CodeType share) {
        if (share == null) {
            var yes = Boolean.parseBoolean(Given.required(permit, "permit"));
            return yes ? Sharing.CARE_TEAM : Sharing.OWN_AREA;
        }
        return Sharing.of(Given.required(share, "share"))
                .filter(sharing -> permit == null || permit.booleanValue() == sharing.isPermit())
                .orElseThrow(() -> Problem.PARAMETER_INVALID
                        .because("Say with whom she shares her record: care-team, own-area or nobody.")
                        .at("share"));
    }

    private static String keptOut(Reference who) {
        var id = who.getReferenceElement();
        if (!id.hasIdPart() || id.hasBaseUrl() || !KEPT_OUT.contains(String.valueOf(id.getResourceType()))) {
            throw Problem.PARAMETER_INVALID
                    .because("Only people and places of this registry can be kept out.")
                    .at("keep-out");
        }
        return id.getResourceType() + "/" + id.getIdPart();
    }
}
