package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.access.CareRelationships;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
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
    }

    @Test
    void letsHerChangeHerMindAndKeepsWhatHeldBefore() {
        var registered = desk.registered(Clinic.woman("Changes Her Mind"));
        var subject = verify(registered, "Changes Her Mind");
        var herself = DecisionDesk.mother(patient(registered));
        var yes = desk.clinic.ask(
                herself, "$answer-consent", patient(registered), consent(herself.id(), subject, "true"));
        var no = desk.clinic.ask(
                herself, "$answer-consent", patient(registered), shared(herself.id(), subject, "nobody"));
        var before = desk.read(Consent.class, Clinic.reference(yes, "consent"));
        var after = desk.read(Consent.class, Clinic.reference(no, "consent"));
        assertThat(before.getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(after.getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(after.getPolicyRule().getCodingFirstRep().getCode()).isEqualTo("OPTOUT");
        assertThat(reaches(registered)).isFalse();
        var midwife = desk.clinic.midwife.id();
        desk.clinic.ask(
                herself, "$answer-consent", patient(registered), shared(herself.id(), subject, "care-team", midwife));
        assertThat(reaches(registered)).isFalse();
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        assertThat(consentRefused(registered, shared(herself.id(), subject, "care-team", "Practitioner/999999")))
                .isEqualTo("parameter-invalid");
        assertThat(consentRefused(registered, shared(herself.id(), subject, "everybody")))
                .isEqualTo("parameter-invalid");
    }

    private boolean reaches(Parameters registered) {
        return registry()
                .bean(CareRelationships.class)
                .caredFor(desk.clinic.midwife, List.of(patient(registered)))
                .contains(patient(registered));
    }

    private Parameters shared(String askedBy, String subject, String with, String... without) {
        var draft = Clinic.id();
        var asked = verification(draft, desk.evidence(askedBy, draft, subject, "Herself", "1994-05-06", null))
                .addParameter("request-id", Clinic.id());
        Clinic.add(asked, "share", new CodeType(with));
        for (var who : without) {
            Clinic.add(asked, "keep-out", new Reference(who));
        }
        return asked;
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
