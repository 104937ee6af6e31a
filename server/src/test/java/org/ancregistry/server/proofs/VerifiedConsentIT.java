package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.proofs.Desk.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A consent counts as verified only when the mother herself signed in for it, now, for this midwife and this draft. */
class VerifiedConsentIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Desk DESK = new Desk(REGISTRY.fhirBase());
    private static final Gampaha GAMPAHA = Gampaha.at(DESK);
    private static final Evidence EVIDENCE = new Evidence(REGISTRY);
    private static final String DRAFT = "draft-of-this-woman";

    private final Caller kumari = GAMPAHA.kumari();
    private final Woman nimali = Woman.next();

    @Test
    void herOwnFreshSignInVerifiesIt() {
        var handle = EVIDENCE.of(nimali, kumari, DRAFT);
        var consent = consent(register(handle, DRAFT));
        assertThat(consent.getVerificationFirstRep().getVerified()).isTrue();
        assertThat(consent.getPerformerFirstRep().getReference())
                .isEqualTo(consent.getPatient().getReference());
        assertThat(consent.toString() + consent.getIdentifierFirstRep().getValue())
                .doesNotContain(handle)
                .doesNotContain(nimali.sub());
    }

    @Test
    void herWordAloneDoesNot() {
        var told =
                DESK.must(kumari, Registration.PATH, Registration.told(nimali).asked());
        assertThat(consent(told).getVerificationFirstRep().getVerified()).isFalse();
        assertThat(told.value("verified")).isEqualTo("false");
    }

    @Test
    void aSignInThatIsTooOldDoesNot() {
        var old = EVIDENCE.of(nimali, kumari, DRAFT, Duration.ofSeconds(-1));
        assertRefused(Registration.verified(DRAFT, old), 409, "evidence-expired");
    }

    @Test
    void aSignInThatWasUsedBeforeDoesNot() {
        var handle = EVIDENCE.of(Woman.next(), kumari, DRAFT);
        register(handle, DRAFT);
        assertRefused(Registration.verified(DRAFT, handle), 409, "evidence-used");
    }

    @Test
    void aSignInForAnotherMidwifeDoesNot() {
        var hers = EVIDENCE.of(nimali, GAMPAHA.sunethra(), DRAFT);
        assertRefused(Registration.verified(DRAFT, hers), 403, "evidence-not-yours");
    }

    @Test
    void aSignInForAnotherDraftDoesNot() {
        var other = EVIDENCE.of(nimali, kumari, "draft-of-another-woman");
        assertRefused(Registration.verified(DRAFT, other), 403, "evidence-not-yours");
    }

    @Test
    void aSignInThatNeverWasDoesNot() {
        assertRefused(Registration.verified(DRAFT, "made-up"), 404, "evidence-unknown");
    }

    @Test
    void nobodyWritesAConsentPastTheOperation() {
        var patient = DESK.must(
                        kumari, Registration.PATH, Registration.told(nimali).asked())
                .value("patient");
        var forged = new Consent().setPatient(new Reference(patient));
        forged.addVerification().setVerified(true);
        var system = TestTokens.caller("backend", Role.SYSTEM, null);
        for (var caller : new Caller[] {kumari, GAMPAHA.nizam(), GAMPAHA.administrator(), system}) {
            assertThat(DESK.tried(caller, "/Consent", forged).status())
                    .as(caller.role().code())
                    .isEqualTo(403);
        }
        assertThat(StoredRecord.of(REGISTRY, patient).all(Consent.class)).hasSize(1);
    }

    private Answer register(String handle, String draft) {
        return DESK.must(
                kumari, Registration.PATH, Registration.verified(draft, handle).asked());
    }

    private static Consent consent(Answer registered) {
        return StoredRecord.of(REGISTRY, registered.value("patient"))
                .all(Consent.class)
                .get(0);
    }

    private void assertRefused(Registration registration, int status, String problem) {
        var jdbc = REGISTRY.bean(JdbcTemplate.class);
        var before = written(jdbc);
        var answer = DESK.tried(kumari, Registration.PATH, registration.asked());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.issue().getDiagnostics()).contains("verify her identity again");
        assertThat(written(jdbc)).isEqualTo(before);
    }

    private static Integer written(JdbcTemplate jdbc) {
        return jdbc.queryForObject(
                "select (select count(*) from hfj_resource) + (select count(*) from issued_phn)"
                        + " + (select count(*) from registry_request) + (select count(*) from strong_key)"
                        + " + (select count(*) from linked_person)",
                Integer.class);
    }
}
