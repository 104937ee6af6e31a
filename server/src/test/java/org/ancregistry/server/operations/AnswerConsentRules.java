package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

/** How a mother answers herself what she was heard to say. */
abstract class AnswerConsentRules extends LaterDecisions {

    @Test
    void putsWhatSheWasHeardToSayToHerself() {
        var registered = desk.registered(Clinic.woman("Asked Herself"));
        var subject = verify(registered, "Asked Herself");
        var herself = DecisionDesk.mother(patient(registered));
        var answered = desk.clinic.ask(
                herself, "$answer-consent", patient(registered), consent(herself.id(), subject, "true"));
        var consent = desk.read(Consent.class, Clinic.reference(answered, "consent"));
        assertThat(consent.getVerificationFirstRep().getVerified()).isTrue();
        assertThat(consent.getProvision().getType()).isEqualTo(ConsentProvisionType.PERMIT);
        assertThat(consent.getIdentifier()).hasSize(1);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        assertThat(consentRefused(registered, consent(herself.id(), subject, "false")))
                .isEqualTo("already-decided");
    }

    @Test
    void recordsThatSheRefuses() {
        var registered = desk.registered(Clinic.woman("Says No"));
        var subject = verify(registered, "Says No");
        var herself = DecisionDesk.mother(patient(registered));
        assertThat(consentRefused(registered, consent(herself.id(), Clinic.id(), "false")))
                .isEqualTo("evidence-not-yours");
        assertThat(consentRefused(registered, consent("Practitioner/1", subject, "false")))
                .isEqualTo("evidence-not-yours");
        var answered = desk.clinic.ask(
                herself, "$answer-consent", patient(registered), consent(herself.id(), subject, "false"));
        assertThat(desk.read(Consent.class, Clinic.reference(answered, "consent"))
                        .getProvision()
                        .getType())
                .isEqualTo(ConsentProvisionType.DENY);
    }

    private String verify(Parameters registered, String name) {
        var draft = Clinic.id();
        var subject = Clinic.id();
        var evidence = desk.evidence(draft, subject, name, "1994-05-06", null);
        desk.clinic.ask(
                desk.clinic.midwife,
                "$verify-identity",
                patient(registered),
                decided(verification(draft, evidence), "same", "1"));
        return subject;
    }

    private Parameters consent(String askedBy, String subject, String permit) {
        var draft = Clinic.id();
        var asked = verification(draft, desk.evidence(askedBy, draft, subject, "Herself", "1994-05-06", null))
                .addParameter("request-id", Clinic.id());
        Clinic.add(asked, "permit", new BooleanType(permit));
        return asked;
    }

    private String consentRefused(Parameters registered, Parameters asked) {
        var herself = DecisionDesk.mother(patient(registered));
        return Clinic.refusal(() -> desk.clinic.ask(herself, "$answer-consent", patient(registered), asked));
    }
}
