package org.ancregistry.operations.answerreferral;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.fhir.NextReview;
import org.ancregistry.operations.fhir.Reply;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$answer-referral}. */
public final class AnswerReferralProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-answer-referral";
    private static final int LONGEST_REPLY = 4000;

    private final AnsweringReferral answering;

    public AnswerReferralProvider(AnsweringReferral answering) {
        this.answering = answering;
    }

    @Operation(name = "$answer-referral", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters answerReferral(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "referral", min = 1, max = 1) @Nullable Reference referral,
            @OperationParam(name = "action", min = 1, max = 1) @Nullable CodeType action,
            @OperationParam(name = "found", max = 1) @Nullable StringType found,
            @OperationParam(name = "done", max = 1) @Nullable StringType done,
            @OperationParam(name = "please", max = 1) @Nullable StringType please,
            @OperationParam(name = "reply", max = 1) @Nullable StringType reply,
            @OperationParam(name = "next-review", max = 1) @Nullable DateType nextReview,
            @OperationParam(name = "no-further-review", max = 1) @Nullable BooleanType noFurtherReview,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("referral", referral)
                .with("action", action)
                .with("found", found)
                .with("done", done)
                .with("please", please)
                .with("reply", reply)
                .with("next-review", nextReview)
                .with("no-further-review", noFurtherReview);
        var words = Reply.of(Given.text(found), Given.text(done), Given.text(please), Given.text(reply));
        var asked = new AnswerReferral(
                patient,
                Given.required(requestId, "request-id"),
                content.text(),
                Given.present(Given.local(referral, "ServiceRequest", "referral"), "referral"),
                reply(Given.required(action, "action"), words),
                review(nextReview, noFurtherReview));
        return answering.answer(Callers.of(request), asked);
    }

    private static @Nullable Reply reply(String action, Reply reply) {
        return switch (action) {
            case "seen" -> null;
            case "reply" -> written(reply);
            default ->
                throw Problem.PARAMETER_INVALID
                        .because("Say what is answered: seen or reply.")
                        .at("action");
        };
    }

    private static @Nullable NextReview review(@Nullable DateType nextReview, @Nullable BooleanType noFurtherReview) {
        var on = Given.day(nextReview, "next-review");
        var endsHere = noFurtherReview != null && Boolean.TRUE.equals(noFurtherReview.getValue());
        if (on != null && endsHere) {
            throw Problem.PARAMETER_INVALID
                    .because("Give the day of the next review, or say that there is none at this clinic: not both.")
                    .at("next-review");
        }
        return on == null && !endsHere ? null : new NextReview(on);
    }

    private static Reply written(Reply reply) {
        if (reply.isEmpty()) {
            throw Problem.PARAMETER_INVALID
                    .because("Say what was found, what was done, or what the midwife should do.")
                    .at("found");
        }
        if (reply.length() > LONGEST_REPLY) {
            throw Problem.PARAMETER_INVALID
                    .because("Write the whole reply in at most " + LONGEST_REPLY + " characters.")
                    .at("reply");
        }
        return reply;
    }
}
