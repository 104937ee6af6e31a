package org.ancregistry.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PersonName;
import org.junit.jupiter.api.Test;

class InMemoryTwinsTest {

    private static final Subject NIMALI = new Subject("national", "s-nimali");

    private final InMemoryLinkedPeople people = new InMemoryLinkedPeople();
    private final InMemoryIdentityEvidences evidences = new InMemoryIdentityEvidences();

    @Test
    void linkASubjectToOnePersonOnly() {
        assertThat(people.link(NIMALI, "Patient/1")).isTrue();
        assertThat(people.link(NIMALI, "Patient/1")).isTrue();
        assertThat(people.link(NIMALI, "Patient/2")).isFalse();
        assertThat(people.behind(NIMALI)).contains("Patient/1");
    }

    @Test
    void linkAPersonToOneSubjectOfEachProvider() {
        people.link(NIMALI, "Patient/1");
        assertThat(people.link(new Subject("national", "s-other"), "Patient/1")).isFalse();
        assertThat(people.link(new Subject("regional", "s-other"), "Patient/1")).isTrue();
    }

    @Test
    void useEvidenceUpOnce() {
        evidences.keep(evidence());
        assertThat(evidences.useUp("h1", "r1")).isTrue();
        assertThat(evidences.useUp("h1", "r1")).isTrue();
        assertThat(evidences.useUp("h1", "r2")).isFalse();
        assertThat(evidences.useUp("h2", "r1")).isFalse();
        assertThat(evidences.find("h1").orElseThrow().usedBy()).isEqualTo("r1");
    }

    private static IdentityEvidence evidence() {
        var nimali = new Demographics(List.of(PersonName.of("Nimali Perera")), null, null, null, null, null, null);
        return new IdentityEvidence(
                "h1",
                "national",
                NIMALI.sub(),
                nimali,
                Set.of("name"),
                Set.of(),
                "mosip:idp:acr:generated-code",
                Instant.EPOCH,
                "Practitioner/1",
                "d1",
                Instant.EPOCH.plusSeconds(1800),
                null);
    }
}
