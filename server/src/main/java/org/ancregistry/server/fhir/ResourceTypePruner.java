package org.ancregistry.server.fhir;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Leaves out the resource types that antenatal care does not need.
 *
 * <p>HAPI makes a store and a provider for each of 146 types at start. The registry keeps the types below: it starts in
 * half the time, and what does not exist cannot leak.
 */
@Component
final class ResourceTypePruner implements BeanDefinitionRegistryPostProcessor, Ordered {

    /** What the record of a pregnancy is made of. */
    static final Set<String> SERVED = Set.of(
            "AllergyIntolerance",
            "Appointment",
            "Binary",
            "Bundle",
            "CarePlan",
            "Communication",
            "Composition",
            "Condition",
            "Consent",
            "DetectedIssue",
            "DiagnosticReport",
            "DocumentReference",
            "Encounter",
            "EpisodeOfCare",
            "Group",
            "Immunization",
            "Location",
            "Measure",
            "MeasureReport",
            "MedicationRequest",
            "MedicationStatement",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Procedure",
            "Provenance",
            "QuestionnaireResponse",
            "RelatedPerson",
            "RiskAssessment",
            "ServiceRequest",
            "Task");

    /** What HAPI itself reads, and what an implementation guide is made of. */
    static final Set<String> CONFORMANCE = Set.of(
            "Basic",
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "ImplementationGuide",
            "Library",
            "MessageHeader",
            "NamingSystem",
            "OperationDefinition",
            "OperationOutcome",
            "Parameters",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "Subscription",
            "ValueSet");

    private static final Pattern GENERATED = Pattern.compile("my(\\w+?)(?:DaoR4|RpR4)");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Arrays.stream(registry.getBeanDefinitionNames())
                .filter(ResourceTypePruner::isSuperfluous)
                .forEach(registry::removeBeanDefinition);
    }

    private static boolean isSuperfluous(String bean) {
        var generated = GENERATED.matcher(bean);
        return generated.matches() && !isKept(generated.group(1));
    }

    static boolean isKept(String type) {
        return SERVED.contains(type) || CONFORMANCE.contains(type) || type.equals("System");
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
