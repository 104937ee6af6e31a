package org.ancregistry.operations.fhir;

import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was decided about who a woman is, with what stood on both sides and why, so that it can be looked at again
 * and taken back.
 */
public final class IdentityDecisions {

    private static final String DECISION = Canon.extension("anc-identity-decision");

    private IdentityDecisions() {}

    /**
     * What was decided.
     *
     * @param code of anc-identity-decision
     * @param reason in the words of the person who decided
     * @param phn the number that was bound or issued
     */
    public record Decided(
            String code, String reason, @Nullable Phn phn) {}

    /**
     * What was compared.
     *
     * @param recorded what the other side said
     */
    public record Compared(Demographics recorded, Comparison comparison) {}

    /**
     * Writes a decision into the provenance of what it changed.
     *
     * @param given what is known of the woman
     */
    public static Provenance record(
            Provenance provenance, Decided decided, Demographics given, @Nullable Compared compared) {
        var decision = provenance.addExtension().setUrl(DECISION);
        decision.addExtension("decision", new CodeType(decided.code()));
        if (decided.phn() != null) {
            decision.addExtension("phn", new StringType(decided.phn().value()));
        }
        PhnDecisions.valueSet(decision, "given", given);
        if (compared != null) {
            decision.addExtension("score", new DecimalType(ComparedParts.score(compared.comparison())));
            PhnDecisions.valueSet(decision, "recorded", compared.recorded());
        }
        return provenance.addReason(new CodeableConcept().setText(decided.reason()));
    }
}
