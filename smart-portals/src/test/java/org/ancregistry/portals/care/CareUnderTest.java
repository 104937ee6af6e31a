package org.ancregistry.portals.care;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.authorization.AppPermissions;
import org.ancregistry.portals.paper.PaperConfiguration;
import org.ancregistry.portals.privacy.PrivacyConfiguration;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.FakeRegistry;
import org.ancregistry.portals.registry.RegistryConfiguration;
import org.ancregistry.portals.signin.AccessTokens;
import org.ancregistry.portals.signin.OwnSignIns;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PagesUnderTest;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The pages about one mother, with a registry that answers as it is told. Not annotated, so that no scan finds it. */
@Import({PagesUnderTest.class, PaperConfiguration.class, RegistryConfiguration.class, PrivacyConfiguration.class})
@ComponentScan({"org.ancregistry.portals.care", "org.ancregistry.portals.mother", "org.ancregistry.portals.outcome"})
class CareUnderTest {

    static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    static final FakeRegistry REGISTRY = FakeRegistry.open();
    static final String SUMMARY = "Patient/1/$anc-summary";

    static SignedInPerson selvarajah() {
        return new SignedInPerson(
                "Practitioner/7", Role.DOCTOR, "Organization/9", "VOG clinic", Set.of(), "Dr R. Selvarajah");
    }

    static SignedInPerson privacyOfficer() {
        return new SignedInPerson(
                "Practitioner/8", Role.PRIVACY_OFFICER, "Organization/1", "Ministry", Set.of(), "T. Jayasuriya");
    }

    static SignedInPerson nimali() {
        return new SignedInPerson("Patient/1", Role.MOTHER, null, null, Set.of(), "");
    }

    /** Nimali's record: two visits that count, one entered in error. */
    static Bundle record() {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, MotherRecord.class.getResourceAsStream("nimali-summary.json"));
    }

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** She signed in a moment ago. */
    @Bean
    OwnSignIns ownSignIns() {
        return session -> Optional.of(new OwnSignIns.Proof("her-evidence", "her-draft"));
    }

    /** She let two apps in. */
    static final class LetIn implements AppPermissions {

        static final List<String> ENDED = new ArrayList<>();

        @Override
        public List<Permission> of(String person) {
            return List.of(
                    new Permission("p-1", "Growth charts", NOW, NOW.plus(Duration.ofDays(30)), true),
                    new Permission("p-2", "Kick counter", NOW, NOW.plus(Duration.ofHours(1)), false));
        }

        @Override
        public void end(String person, String id) {
            ENDED.add(person + " " + id);
        }
    }

    @Bean
    LetIn letIn() {
        return new LetIn();
    }

    @Bean
    AccessTokens accessTokens() {
        return request -> "token";
    }
}
