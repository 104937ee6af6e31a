package org.ancregistry.server.access;

import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.access.KeptOut;
import org.ancregistry.domain.access.Sharing;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/** Whom a Consent keeps out of her record while it holds: the strict reading where it leaves a choice. */
final class ConsentWords {

    private static final String LOINC = "http://loinc.org";
    private static final String PRIVACY_CONSENT = "59284-0";
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private ConsentWords() {}

    static Set<String> in(Consent consent) {
        var words = new HashSet<String>();
        if (consent.getStatus() == ConsentState.ACTIVE && isAboutTheRecord(consent)) {
            words.addAll(kinds(consent));
            addNamed(consent.getProvision(), words);
        }
        return words;
    }

    private static boolean isAboutTheRecord(Consent consent) {
        return consent.getCategory().stream().anyMatch(category -> category.hasCoding(LOINC, PRIVACY_CONSENT));
    }

    private static Set<String> kinds(Consent consent) {
        if (consent.getProvision().getType() == ConsentProvisionType.DENY) {
            var exceptOwnArea = consent.getPolicyRule().hasCoding(ACT_CODE, Sharing.OWN_AREA.policy());
            return Set.of(exceptOwnArea ? KeptOut.OTHERS : KeptOut.EVERYBODY);
        }
        return isVerified(consent) ? Set.of() : Set.of(KeptOut.PROGRAMS);
    }

    /** Her word alone is for those who care for her and for nobody else. */
    private static boolean isVerified(Consent consent) {
        return consent.getVerification().stream().anyMatch(verification -> verification.getVerified());
    }

    private static void addNamed(ProvisionComponent provision, Set<String> words) {
        for (var exception : provision.getProvision()) {
            if (exception.getType() == ConsentProvisionType.DENY) {
                exception.getActor().forEach(actor -> {
                    var id = actor.getReference().getReferenceElement();
                    words.add(id.getResourceType() + "/" + id.getIdPart());
                });
            }
            addNamed(exception, words);
        }
    }
}
