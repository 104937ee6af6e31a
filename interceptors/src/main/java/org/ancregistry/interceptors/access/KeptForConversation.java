package org.ancregistry.interceptors.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.domain.clinical.Code;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * What a mother is told in person and not by a screen that others may read over her shoulder: violence, mental health,
 * HIV and syphilis, and results that nobody has released yet. The list is fixed here, so that no page can forget it. A
 * test for HIV or syphilis is hers to read once she was told it in person.
 */
final class KeptForConversation {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /** Codes by system: rules that are met, WHO ANC data elements, our dictionary, LOINC (HIV, syphilis, EPDS, PHQ), SNOMED CT, HL7 labels. */
    private static final Map<String, Set<String>> CODES = Map.of(
            "https://ancregistry.org/fhir/CodeSystem/anc-rule",
            Set.of("R-HIV", "R-MED-HIV", "R-SYPH"),
            "https://ancregistry.org/fhir/CodeSystem/anc-test",
            Set.of("hiv", "syphilis"),
            "http://smart.who.int/anc",
            Stream.of(Set.of("ANC.B6.DE95", "ANC.B9.DE41", "ANC.B9.DE107"), Sensitivity.VIOLENCE, Sensitivity.DISTRESS)
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet()),
            "https://ancregistry.org/fhir/CodeSystem/anc-dictionary",
            Sensitivity.with(Sensitivity.MOOD, "hx-mental", "hx-hiv", "hiv", "syphilis"),
            "http://loinc.org",
            Sensitivity.with(Sensitivity.MOOD_LOINC, "75622-1", "5292-8"),
            "http://snomed.info/sct",
            Set.of("165816005", "74732009"),
            CONFIDENTIALITY,
            Set.of("R", "V"),
            ACT_CODE,
            Set.of("HIV", "PSY", "SDV", "STD"));

    /** Beginnings of ICD-10 codes: mental disorders, HIV, syphilis, maltreatment, violence in the family. */
    private static final Set<String> ICD_10 = Set.of(
            "F", "Z21", "B20", "B21", "B22", "B23", "B24", "A50", "A51", "A52", "A53", "O98.1", "O98.7", "T74", "Y07",
            "Z63.0");

    private static final Set<ObservationStatus> RELEASED =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    private static final List<AntenatalTest> TOLD_IN_PERSON = Arrays.stream(AntenatalTest.values())
            .filter(AntenatalTest::isToldInPerson)
            .toList();

    /** What such a result may be labelled with and be hers to read all the same. */
    private static final Set<String> LABELS_OF_TOLD = Set.of("HIV", "STD", "R");

    private static final String TOLD = "https://ancregistry.org/fhir/StructureDefinition/anc-told-in-person";

    private KeptForConversation() {}

    static boolean holds(Resource resource) {
        return isUnreleased(resource) || (isSensitive(resource) && !isTold(resource));
    }

    private static boolean isSensitive(Resource resource) {
        return Stream.concat(resource.getMeta().getSecurity().stream(), codings(resource))
                .anyMatch(KeptForConversation::isListed);
    }

    /** Whatever else a result may be labelled with stays kept: only what these tests are labelled with is told. */
    private static boolean isTold(Resource resource) {
        return resource instanceof Observation result
                && result.hasExtension(TOLD)
                && result.getCode().getCoding().stream().anyMatch(KeptForConversation::isToldInPerson)
                && result.getMeta().getSecurity().stream()
                        .filter(KeptForConversation::isListed)
                        .allMatch(label -> LABELS_OF_TOLD.contains(label.getCode()));
    }

    private static boolean isToldInPerson(Coding coding) {
        return coding.hasSystem()
                && coding.hasCode()
                && TOLD_IN_PERSON.stream()
                        .anyMatch(test -> test.isAnsweredBy(new Code(coding.getSystem(), coding.getCode())));
    }

    private static boolean isUnreleased(Resource resource) {
        return resource instanceof Observation observation && !RELEASED.contains(observation.getStatus());
    }

    private static boolean isListed(Coding coding) {
        var code = coding.getCode();
        if (code == null) {
            return false;
        }
        return CODES.getOrDefault(String.valueOf(coding.getSystem()), Set.of()).contains(code)
                || ("http://hl7.org/fhir/sid/icd-10".equals(coding.getSystem())
                        && ICD_10.stream().anyMatch(code::startsWith));
    }

    static Stream<Coding> codings(Resource resource) {
        return concepts(resource).flatMap(concept -> concept.getCoding().stream());
    }

    private static Stream<CodeableConcept> concepts(Resource resource) {
        if (resource instanceof Observation observation) {
            return Stream.of(
                            Stream.of(observation.getCode()),
                            value(observation),
                            observation.getComponent().stream().map(Observation.ObservationComponentComponent::getCode))
                    .flatMap(all -> all);
        } else if (resource instanceof Condition condition) {
            return Stream.of(condition.getCode());
        } else if (resource instanceof ServiceRequest referral) {
            return Stream.concat(Stream.of(referral.getCode()), referral.getReasonCode().stream());
        } else if (resource instanceof Encounter encounter) {
            return encounter.getReasonCode().stream();
        } else if (resource instanceof RiskAssessment assessment) {
            return assessment.getPrediction().stream().map(RiskAssessmentPredictionComponent::getOutcome);
        } else if (resource instanceof DetectedIssue issue) {
            return Stream.of(issue.getCode());
        }
        return Stream.empty();
    }

    private static Stream<CodeableConcept> value(Observation observation) {
        return observation.hasValueCodeableConcept()
                ? Stream.of(observation.getValueCodeableConcept())
                : Stream.empty();
    }
}
