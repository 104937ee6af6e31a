package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;

/** A mother's own answer to what she was heard to say about her record. */
public final class OwnConsents {

    private final Registry registry;

    OwnConsents(Registry registry) {
        this.registry = registry;
    }

    /**
     * Her yes or no.
     *
     * @param id of her Patient
     * @throws RegistryRefusal {@code already-decided} when she has answered, {@code evidence-…} when her sign-in is too old
     */
    public void answer(HttpServletRequest request, String id, Answer answer) {
        var asked = new Parameters()
                .addParameter("request-id", answer.requestId())
                .addParameter("draft", answer.draft())
                .addParameter("evidence", answer.evidence());
        asked.addParameter().setName("permit").setValue(new BooleanType(answer.permit()));
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", id))
                        .named("$answer-consent")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * What she says.
     *
     * @param evidence handle of her own sign-in
     * @param draft what that sign-in is for
     */
    public record Answer(String requestId, boolean permit, String evidence, String draft) {

        @Override
        public String toString() {
            return "Answer[" + requestId + "]";
        }
    }
}
