package org.ancregistry.operations.summary;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.operations.fhir.Orders;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** In which section a finding stands. A no stands where a yes to the same question would: "no epilepsy" among problems. */
final class FindingSections {

    private static final Map<String, SummarySection> OF_GROUP = Map.of(
            "Registration", SummarySection.SOCIAL,
            "Medical history", SummarySection.SOCIAL,
            "Obstetric history", SummarySection.PREGNANCY,
            "Current pregnancy", SummarySection.PREGNANCY,
            "Outcome", SummarySection.PREGNANCY,
            "Immunisation", SummarySection.IMMUNIZATIONS,
            "Visit: tests", SummarySection.RESULTS);

    private static final Map<String, SummarySection> OF_CATEGORY = Map.of(
            "vital-signs", SummarySection.VITAL_SIGNS,
            "social-history", SummarySection.SOCIAL,
            "laboratory", SummarySection.RESULTS,
            "imaging", SummarySection.RESULTS);

    /** It has no confirmed LOINC code, and so FHIR's profiles of vital signs do not ask for a category. */
    private static final Set<String> VITAL_SIGNS = Set.of("spo2");

    private FindingSections() {}

    static SummarySection of(Observation finding) {
        if (Orders.isResult(finding)) {
            return SummarySection.RESULTS;
        }
        var category = category(finding);
        return category.filter(SummarySection.VITAL_SIGNS::equals)
                .or(() -> field(finding.getCode()).map(FindingSections::of))
                .or(() -> category)
                .orElse(SummarySection.EXAMINATION);
    }

    /** A document goes from hand to hand: what she was asked with nobody listening stays in the registry. */
    static boolean isPrivate(Resource resource) {
        return resource instanceof Observation finding
                && field(finding.getCode()).filter(DictionaryField::isPrivate).isPresent();
    }

    private static SummarySection of(DictionaryField field) {
        if (VITAL_SIGNS.contains(field.name())) {
            return SummarySection.VITAL_SIGNS;
        }
        return switch (field.kind()) {
            case MEDICATION -> SummarySection.MEDICINES;
            case ALLERGY -> SummarySection.ALLERGIES;
            case CONDITION -> SummarySection.PROBLEMS;
            case IMMUNIZATION -> SummarySection.IMMUNIZATIONS;
            default -> OF_GROUP.getOrDefault(field.group(), SummarySection.EXAMINATION);
        };
    }

    private static Optional<SummarySection> category(Observation finding) {
        return finding.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(Coding::hasCode)
                .flatMap(coding -> Optional.ofNullable(OF_CATEGORY.get(coding.getCode())).stream())
                .findFirst();
    }

    private static Optional<DictionaryField> field(CodeableConcept code) {
        return code.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new Code(coding.getSystem(), coding.getCode()))
                .flatMap(coded -> Dictionary.anc().fieldCoded(coded).stream())
                .findFirst();
    }
}
