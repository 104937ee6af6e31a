package org.ancregistry.portals.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Sharing;
import org.hl7.fhir.r4.model.Consent;

/** Reads what she agreed to. */
final class ConsentReader {

    private final List<Consent> consents;
    private final Findings findings;

    ConsentReader(List<Consent> consents, Findings findings) {
        this.consents = consents;
        this.findings = findings;
    }

    Optional<SpokenConsent> spoken() {
        return consents.stream()
                .filter(consent -> consent.getStatus() == Consent.ConsentState.ACTIVE)
                .filter(consent ->
                        consent.getVerification().stream().noneMatch(Consent.ConsentVerificationComponent::getVerified))
                .findFirst()
                .map(consent -> new SpokenConsent(
                        findings.day(consent.getDateTimeElement()),
                        consent.getProvision().getType() != Consent.ConsentProvisionType.DENY));
    }

    /** Her own word, given on her own sign-in; with people or places left out it is still those who care for her. */
    Optional<String> sharing() {
        return ownWords()
                .map(consent -> consent.getPolicyRule().getCodingFirstRep().getCode())
                .map(policy -> Sharing.RESTRICTED_POLICY.equals(policy) ? Sharing.CARE_TEAM.policy() : policy)
                .flatMap(policy -> Arrays.stream(Sharing.values())
                        .filter(sharing -> sharing.policy().equals(policy)))
                .map(Sharing::code)
                .findFirst();
    }

    Optional<OwnConsent> own() {
        return ownWords()
                .findFirst()
                .map(consent -> new OwnConsent(
                        findings.day(consent.getDateTimeElement()),
                        consent.getProvision().getType() != Consent.ConsentProvisionType.DENY));
    }

    private Stream<Consent> ownWords() {
        return consents.stream()
                .filter(consent -> consent.getStatus() == Consent.ConsentState.ACTIVE)
                .filter(consent ->
                        consent.getVerification().stream().anyMatch(Consent.ConsentVerificationComponent::getVerified));
    }
}
