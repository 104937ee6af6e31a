package org.ancregistry.operations.verifyidentity;

import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.person.Demographics;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * What a mother proves now beside what was declared for her.
 *
 * @param declared what her record says
 * @param elsewhere {@code Patient/…}: another record that is bound to who she proves to be, and not linked to this one
 */
record Verification(
        Patient mother,
        IdentityEvidence evidence,
        Demographics declared,
        Comparison comparison,
        @Nullable String elsewhere) {

    String patient() {
        return "Patient/" + mother.getIdElement().getIdPart();
    }

    String version() {
        return mother.getMeta().getVersionId();
    }

    Subject subject() {
        return new Subject(evidence.provider(), evidence.subject());
    }
}
