package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** Verifying a mother who was registered without proof: both sides, and what a midwife decides about them. */
public final class Verifications {

    private final Registry registry;

    Verifications(Registry registry) {
        this.registry = registry;
    }

    /** What she proves now beside what her record says. */
    public VerificationCase look(HttpServletRequest request, Proof proof) {
        return RegistryAnswers.verification(call(request, proof, parameters(proof)));
    }

    /**
     * Decides, once for one request id.
     *
     * @throws RegistryRefusal {@code subject-already-registered} when she has another record and a supervisor is asked
     */
    public void decide(HttpServletRequest request, Proof proof, Decision decision) {
        var asked = parameters(proof)
                .addParameter("request-id", decision.requestId())
                .addParameter("based-on", decision.basedOn());
        asked.addParameter().setName("decision").setValue(new CodeType(decision.code()));
        if (decision.reason() != null) {
            asked.addParameter("reason", decision.reason());
        }
        call(request, proof, asked);
    }

    private static Parameters parameters(Proof proof) {
        return new Parameters().addParameter("draft", proof.draft()).addParameter("evidence", proof.evidence());
    }

    private Parameters call(HttpServletRequest request, Proof proof, Parameters asked) {
        return registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", proof.patient()))
                        .named("$verify-identity")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * Her own authentication for one record.
     *
     * @param patient id of her Patient
     * @param evidence its handle
     */
    public record Proof(String patient, String draft, String evidence) {

        @Override
        public String toString() {
            return "Proof[" + draft + "]";
        }
    }

    /**
     * A decision.
     *
     * @param basedOn version of her record that was looked at
     * @param code {@code same} or {@code different}
     */
    public record Decision(
            String requestId,
            String basedOn,
            String code,
            @Nullable String reason) {}
}
