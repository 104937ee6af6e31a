package org.ancregistry.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

class ResourceTypePrunerTest {

    private static final Set<String> R4_TYPES = FhirContext.forR4Cached().getResourceTypes();

    @ParameterizedTest
    @ValueSource(strings = {"myClaimDaoR4", "myClaimRpR4", "mySubstanceProteinDaoR4"})
    void leavesOutWhatAntenatalCareDoesNotNeed(String bean) {
        assertThat(beansLeftOf(bean)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"myPatientDaoR4", "myPatientRpR4", "mySystemDaoR4", "myFhirSystemDao", "searchParamRegistry"})
    void keepsWhatIsServedAndEverythingThatIsNotAType(String bean) {
        assertThat(beansLeftOf(bean)).containsExactly(bean);
    }

    @Test
    void namesOnlyTypesThatR4Has() {
        assertThat(R4_TYPES).containsAll(ResourceTypePruner.SERVED).containsAll(ResourceTypePruner.CONFORMANCE);
    }

    @Test
    void servesNoTypeThatIsAlsoListedAsConformance() {
        assertThat(ResourceTypePruner.SERVED).doesNotContainAnyElementsOf(ResourceTypePruner.CONFORMANCE);
    }

    @Test
    void servesEveryTypeThatTheRegistryWrites() {
        var written = Set.of(
                "AllergyIntolerance",
                "Appointment",
                "CarePlan",
                "Condition",
                "Consent",
                "Encounter",
                "EpisodeOfCare",
                "Immunization",
                "MedicationStatement",
                "Observation",
                "Organization",
                "Patient",
                "Practitioner",
                "PractitionerRole",
                "Provenance",
                "RiskAssessment",
                "ServiceRequest",
                "Task");

        assertThat(written.stream()
                        .filter(type -> !ResourceTypePruner.isKept(type))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    private static String[] beansLeftOf(String bean) {
        var beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition(bean, new RootBeanDefinition(Object.class));
        new ResourceTypePruner().postProcessBeanDefinitionRegistry(beans);
        return beans.getBeanDefinitionNames();
    }
}
