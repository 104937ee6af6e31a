package org.ancregistry.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryCareRelationshipsTest {

    private static final String AREA = "Organization/area";
    private static final String CLINIC = "Organization/clinic";

    private final InMemoryCareRelationships relationships = new InMemoryCareRelationships();

    @Test
    void reachesOnlyTheWomenOfAUnit() {
        relationships.open(AREA, "Patient/1");
        relationships.open(CLINIC, "Patient/2");
        assertThat(relationships.reached(List.of(AREA), List.of("Patient/1", "Patient/2")))
                .containsExactly("Patient/1");
        assertThat(relationships.allReached(List.of(AREA, CLINIC), 10))
                .containsExactlyInAnyOrder("Patient/1", "Patient/2");
        assertThat(relationships.allReached(List.of(AREA, CLINIC), 1)).hasSize(1);
    }

    @Test
    void endsWhenClosed() {
        relationships.open(AREA, "Patient/1");
        relationships.close(AREA, "Patient/1");
        relationships.close(CLINIC, "Patient/1");
        assertThat(relationships.reached(List.of(AREA), List.of("Patient/1"))).isEmpty();
    }
}
