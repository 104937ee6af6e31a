package org.ancregistry.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryCareRelationshipsTest {

    private static final String AREA = "Organization/area";
    private static final String CLINIC = "Organization/clinic";

    private final InMemoryCareRelationships relationships = new InMemoryCareRelationships();

    private static final Caller MIDWIFE = caller(Role.MIDWIFE);
    private static final Caller DOCTOR = caller(Role.DOCTOR);

    private static Caller caller(Role role) {
        return new Caller("Practitioner/1", role, CLINIC, Set.of(AREA), Set.of(), "tests", Purpose.TREATMENT, null);
    }

    @Test
    void reachesOnlyTheWomenOfAUnit() {
        relationships.open(AREA, "Patient/1");
        relationships.open(CLINIC, "Patient/2");
        var both = List.of("Patient/1", "Patient/2");
        assertThat(relationships.caredFor(MIDWIFE, both)).containsExactly("Patient/1");
        assertThat(relationships.caredFor(DOCTOR, both)).containsExactly("Patient/2");
    }

    @Test
    void endsWhenClosed() {
        relationships.open(AREA, "Patient/1");
        relationships.close(AREA, "Patient/1");
        relationships.close(CLINIC, "Patient/1");
        assertThat(relationships.caredFor(MIDWIFE, List.of("Patient/1"))).isEmpty();
    }

    @Test
    void anEmergencyAloneOpensWhatAWomanClosedHerself() {
        relationships.open(CLINIC, "Patient/1");
        relationships.closeByHerself("Patient/1");
        assertThat(relationships.caredFor(DOCTOR, List.of("Patient/1"))).isEmpty();
        assertThat(relationships.openToPrograms(List.of("Patient/1", "Patient/2")))
                .containsExactly("Patient/2");
        assertThat(relationships.openedInEmergency(DOCTOR, List.of("Patient/1")))
                .isEmpty();
        relationships.openInEmergency(DOCTOR.id(), "Patient/1");
        assertThat(relationships.openedInEmergency(DOCTOR, List.of("Patient/1")))
                .containsExactly("Patient/1");
    }
}
