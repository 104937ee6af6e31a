package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
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
        var asked = asked(answer.requestId(), answer.draft(), answer.evidence());
        asked.addParameter().setName("permit").setValue(new BooleanType(answer.permit()));
        send(request, id, asked);
    }

    /**
     * With whom she shares her record from now on.
     *
     * @param id of her Patient
     * @throws RegistryRefusal {@code evidence-…} when her sign-in is too old, or has served for an answer already
     */
    public void choose(HttpServletRequest request, String id, Choice choice) {
        var asked = asked(choice.requestId(), choice.draft(), choice.evidence());
        asked.addParameter().setName("share").setValue(new CodeType(choice.share()));
        send(request, id, asked);
    }

    private static Parameters asked(String requestId, String draft, String evidence) {
        return new Parameters()
                .addParameter("request-id", requestId)
                .addParameter("draft", draft)
                .addParameter("evidence", evidence);
    }

    private void send(HttpServletRequest request, String id, Parameters asked) {
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", id))
                        .named("$answer-consent")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * What she chooses.
     *
     * @param share {@code care-team}, {@code own-area} or {@code nobody}
     * @param evidence handle of her own sign-in
     * @param draft what that sign-in is for
     */
    public record Choice(String requestId, String share, String evidence, String draft) {

        @Override
        public String toString() {
            return "Choice[" + requestId + "]";
        }
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
