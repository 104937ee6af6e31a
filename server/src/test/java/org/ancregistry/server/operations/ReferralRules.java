package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code $answer-referral} promises, on whichever database. */
abstract class ReferralRules extends LaterDecisions {

    @Test
    void isSeenThenAnsweredAndThenClosed() {
        var registered = desk.registered(Clinic.woman("Sent On"));
        var referral = sent(registered);
        var seen = answer(desk.clinic.doctor, registered, referral, "seen", null);
        assertThat(Clinic.text(seen, "status")).isEqualTo("active");
        assertThat(desk.read(ServiceRequest.class, referral).getExtension()).hasSize(1);
        answer(desk.clinic.doctor, registered, referral, "seen", null);
        assertThat(desk.read(ServiceRequest.class, referral).getExtension()).hasSize(1);

        var replied = answer(desk.clinic.doctor, registered, referral, "reply", "Scan is normal.");
        assertThat(Clinic.text(replied, "status")).isEqualTo("completed");
        assertThat(desk.read(ServiceRequest.class, referral).getNoteFirstRep().getText())
                .isEqualTo("Scan is normal.");
        assertThat(openUntil(referral)).as("until the day after").isBetween(hoursFromNow(24), hoursFromNow(48));
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        assertThat(Clinic.refusal(() -> answer(desk.clinic.doctor, registered, referral, "reply", "Once more.")))
                .isEqualTo("already-decided");
    }

    @Test
    void keepsApartWhatWasFoundWhatWasDoneAndWhatIsAskedFor() {
        var registered = desk.registered(Clinic.woman("Replied In Parts"));
        var referral = sent(registered);
        var asked = asked(referral, "reply", null)
                .addParameter("found", "Growth is slow.")
                .addParameter("please", "Measure every two weeks.");
        desk.clinic.ask(desk.clinic.doctor, "$answer-referral", patient(registered), asked);
        assertThat(desk.read(ServiceRequest.class, referral).getNote())
                .extracting(note -> note.getExtensionFirstRep().getValue().primitiveValue() + ": " + note.getText())
                .containsExactly("found: Growth is slow.", "please: Measure every two weeks.");
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    @Test
    void saysWhenTheClinicWantsToSeeHerAgain() {
        var registered = desk.registered(Clinic.woman("To Be Seen Again"));
        var referral = sent(registered);
        var today = LocalDate.now(registry().bean(Clock.class));
        var over = asked(referral, "reply", "Scan is normal.")
                .addParameter("next-review", new DateType(today.minusDays(1).toString()));
        assertThat(refusalOf(registered, over)).isEqualTo("parameter-invalid");
        var both = asked(referral, "reply", "Scan is normal.")
                .addParameter("next-review", new DateType(today.toString()))
                .addParameter("no-further-review", true);
        assertThat(refusalOf(registered, both)).isEqualTo("parameter-invalid");
        var withoutReply = asked(referral, "seen", null).addParameter("next-review", new DateType(today.toString()));
        assertThat(refusalOf(registered, withoutReply)).isEqualTo("parameter-invalid");

        var again =
                asked(referral, "reply", "Scan is normal.").addParameter("next-review", new DateType(today.toString()));
        desk.clinic.ask(desk.clinic.doctor, "$answer-referral", patient(registered), again);
        assertThat(review(referral)).isEqualTo(today.toString());
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    @Test
    void saysThatSheNeedNotComeToThisClinicAgain() {
        var registered = desk.registered(Clinic.woman("Need Not Come Again"));
        var referral = sent(registered);
        var asked = asked(referral, "reply", "All is well.").addParameter("no-further-review", true);
        desk.clinic.ask(desk.clinic.doctor, "$answer-referral", patient(registered), asked);
        assertThat(review(referral)).isEqualTo("false");
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    private String review(String referral) {
        return desk.read(ServiceRequest.class, referral)
                .getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-next-review")
                .getValue()
                .primitiveValue();
    }

    private String refusalOf(Parameters registered, Parameters asked) {
        return Clinic.refusal(
                () -> desk.clinic.ask(desk.clinic.doctor, "$answer-referral", patient(registered), asked));
    }

    @Test
    void givesARepeatTheSameAnswer() {
        var registered = desk.registered(Clinic.woman("Pressed Twice Reply"));
        var asked = asked(sent(registered), "reply", "Seen, all is well.");
        var first = desk.clinic.ask(desk.clinic.doctor, "$answer-referral", patient(registered), asked);
        assertThat(Clinic.text(first, "repeated")).isEqualTo("false");
        var again = desk.clinic.ask(desk.clinic.doctor, "$answer-referral", patient(registered), asked);
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
        assertThat(Clinic.refusal(
                        () -> desk.clinic.ask(desk.clinic.midwife, "$answer-referral", patient(registered), asked)))
                .isEqualTo("forbidden");
    }

    @Test
    void isForTheClinicThatSheWasSentTo() {
        var registered = desk.registered(Clinic.woman("Sent Elsewhere"));
        var referral = sent(registered);
        var stranger = TestTokens.caller("Practitioner/77", Role.DOCTOR, desk.clinic.fieldClinic);
        assertThat(Clinic.refusal(() -> answer(stranger, registered, referral, "seen", null)))
                .isEqualTo("not-found");
        registry().bean(EmergencyAccess.class).open(stranger.id(), patient(registered), "She is bleeding");
        assertThat(Clinic.refusal(() -> answer(stranger, registered, referral, "seen", null)))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> answer(desk.clinic.doctor, registered, referral, "reply", null)))
                .isEqualTo("parameter-invalid");
    }

    @Test
    void saysHowSheGetsThereWhereThatWasAskedAndIsNeverHeldUpByIt() {
        var registered = desk.registered(Clinic.woman("Went By Bus"));
        var byBus = desk.read(ServiceRequest.class, sent(registered, "P"));
        assertThat(byBus.getOrderDetailFirstRep().getCodingFirstRep().getCode()).isEqualTo("P");
        assertThat(byBus.getOrderDetailFirstRep().getCodingFirstRep().getSystem())
                .isEqualTo("http://terminology.hl7.org/CodeSystem/v2-0430");
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();

        var another = desk.registered(Clinic.woman("Went Somehow"));
        assertThat(Clinic.refusal(() -> sent(another, "balloon"))).isEqualTo("parameter-invalid");
        assertThat(desk.read(ServiceRequest.class, sent(another)).hasOrderDetail())
                .isFalse();
    }

    private String sent(Parameters registered) {
        return sent(registered, null);
    }

    private String sent(Parameters registered, @Nullable String transport) {
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        var referral = visit.addParameter().setName("referral");
        referral.addPart().setName("to").setValue(new Reference(desk.clinic.hospital));
        referral.addPart().setName("urgency").setValue(new CodeType("routine"));
        referral.addPart().setName("reason").setValue(new StringType("Scan"));
        if (transport != null) {
            referral.addPart().setName("transport").setValue(new CodeType(transport));
        }
        return Clinic.reference(
                desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit), "referral");
    }

    private Parameters answer(
            Caller caller, Parameters registered, String referral, String action, @Nullable String reply) {
        return desk.clinic.ask(caller, "$answer-referral", patient(registered), asked(referral, action, reply));
    }

    private static Parameters asked(String referral, String action, @Nullable String reply) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "referral", new Reference(referral));
        Clinic.add(asked, "action", new CodeType(action));
        return reply == null ? asked : asked.addParameter("reply", reply);
    }

    private Instant openUntil(String referral) {
        return registry()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select open_until from care_relationship where source = ?",
                        (row, i) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        referral);
    }

    private static Instant hoursFromNow(int hours) {
        return Instant.now().plus(Duration.ofHours(hours));
    }
}
