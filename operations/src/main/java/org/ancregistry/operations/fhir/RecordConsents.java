package org.ancregistry.operations.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.access.Sharing;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A mother's consent that her record is shared, as she gives it on one day.
 *
 * @param patient {@code Patient/…}, or a reference within the transaction
 * @param organization {@code Organization/…} that asked her, if one did
 * @param when the moment at which she said it
 */
public record RecordConsents(String patient, @Nullable String organization, DateTimeType when) {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    /**
     * What she wishes.
     *
     * @param keptOut {@code Practitioner/…} and {@code Organization/…} that she names
     */
    public record Wish(Sharing sharing, List<String> keptOut) {

        public Wish {
            keptOut = List.copyOf(keptOut);
        }

        private String policy() {
            return sharing == Sharing.CARE_TEAM && !keptOut.isEmpty() ? Sharing.RESTRICTED_POLICY : sharing.policy();
        }
    }

    /** Proved by her own authentication. */
    public Consent verified(Wish wish, String evidenceHandle, Instant authenticatedAt) {
        var consent = consent(wish).addIdentifier(EvidenceReference.of(evidenceHandle));
        consent.addVerification()
                .setVerified(true)
                .setVerifiedWith(new Reference(patient))
                .setVerificationDate(Date.from(authenticatedAt));
        return consent;
    }

    /** Her word alone: a yes opens the record to those who care for her and to nobody else. */
    public Consent spoken(Sharing sharing, String area) {
        var consent = consent(new Wish(sharing, List.of()));
        consent.addVerification().setVerified(false);
        if (sharing.isPermit()) {
            addActor(consent.getProvision(), area);
            consent.getOrganization().forEach(asking -> addActor(consent.getProvision(), asking.getReference()));
        }
        return consent;
    }

    private Consent consent(Wish wish) {
        var category = new CodeableConcept();
        category.addCoding().setSystem("http://loinc.org").setCode("59284-0");
        var consent = Canon.begun(new Consent(), "anc-record-consent")
                .setStatus(ConsentState.ACTIVE)
                .setScope(concept("consentscope", "patient-privacy"))
                .addCategory(category)
                .setPatient(new Reference(patient))
                .setDateTimeElement(when.copy())
                .addPerformer(new Reference(patient))
                .setPolicyRule(concept("v3-ActCode", wish.policy()));
        if (organization != null) {
            consent.addOrganization(new Reference(organization));
        }
        var provision = consent.getProvision();
        provision.setType(wish.sharing().isPermit() ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY);
        wish.keptOut().forEach(who -> addActor(provision.addProvision().setType(ConsentProvisionType.DENY), who));
        return consent;
    }

    private static void addActor(ProvisionComponent provision, String who) {
        provision.addActor().setRole(concept("v3-ParticipationType", "IRCP")).setReference(new Reference(who));
    }

    private static CodeableConcept concept(String system, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }
}
