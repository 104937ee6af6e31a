package org.ancregistry.portals.record;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What coded elements say to people. */
final class Words {

    private static final String EXTENSIONS = "https://ancregistry.org/fhir/StructureDefinition/";

    private Words() {}

    /** The text, or the first display, or the first code. */
    static String of(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        return concept.getCoding().stream()
                .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
                .findFirst()
                .orElse("");
    }

    static String code(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coding::getCode).findFirst().orElse("");
    }

    static @Nullable Integer contactNumber(Encounter encounter) {
        return extension(encounter, "anc-contact-number") instanceof IntegerType number ? number.getValue() : null;
    }

    static @Nullable String note(Encounter encounter) {
        return extension(encounter, "anc-note") instanceof StringType note ? note.getValue() : null;
    }

    /** Of which child of one birth it is said. */
    static @Nullable Integer child(Observation observation) {
        return extension(observation, "anc-child") instanceof PositiveIntType number ? number.getValue() : null;
    }

    /** How it ended: a code of anc-outcome. */
    static @Nullable String outcome(EpisodeOfCare pregnancy) {
        return extension(pregnancy, "anc-outcome") instanceof CodeType outcome ? outcome.getValue() : null;
    }

    private static @Nullable Object extension(DomainResource resource, String name) {
        var extension = resource.getExtensionByUrl(EXTENSIONS + name);
        return extension == null ? null : extension.getValue();
    }
}
