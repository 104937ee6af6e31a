package org.ancregistry.portals.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.RegistryConfiguration;
import org.ancregistry.portals.signin.AccessTokens;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PagesUnderTest;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Staff administration with a small directory behind it: Galewela and Dambulla with their people. */
@Import({PagesUnderTest.class, RegistryConfiguration.class, AdminConfiguration.class})
class AdminUnderTest {

    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    static final FakeDirectory DIRECTORY = new FakeDirectory();
    static final RememberedLinks LINKS = new RememberedLinks();

    static SignedInPerson administrator() {
        return new SignedInPerson("Practitioner/root", Role.ADMINISTRATOR, null, null, Set.of(), "A. de Alwis");
    }

    /** Of Galewela only. */
    static SignedInPerson supervisor() {
        return new SignedInPerson(
                "Practitioner/boss",
                Role.SUPERVISOR,
                "Organization/galewela",
                "Galewela",
                Set.of("Organization/galewela"),
                "S. Rajapakse");
    }

    static void begin() {
        DIRECTORY.forget();
        LINKS.forget();
        unit("galewela", "Galewela", "moh-area", null, null);
        unit("dambulla", "Dambulla", "moh-area", null, null);
        unit("galewela-1", "Galewela 1", "phm-area", "galewela", null);
        unit("galewela-2", "Galewela 2 (Bambaragaswewa)", "phm-area", "galewela", null);
        unit("dambulla-1", "Dambulla 1", "phm-area", "dambulla", null);
        unit("clinic", "Temple Road field clinic", "clinic", "galewela", "9902");
        unit("hospital", "Dambulla base hospital", "hospital", "dambulla", "9903");
        person("root", "A. de Alwis", Role.ADMINISTRATOR, null);
        person("boss", "S. Rajapakse", Role.SUPERVISOR, "galewela", "galewela");
        person("kumari", "Kumari Jayasinghe", Role.MIDWIFE, "clinic", "galewela-1");
        person("thilaka", "M. A. Thilakawathie", Role.MIDWIFE, "hospital", "dambulla-1");
        person("perera", "Dr N. Perera", Role.DOCTOR, "hospital");
        LINKS.linked.addAll(List.of("Practitioner/root", "Practitioner/boss", "Practitioner/perera"));
    }

    static void unit(String id, String name, String kind, String partOf, String pointOfIssue) {
        var unit = new Organization().setActive(true).setName(name);
        unit.setId(id);
        unit.addType(new CodeableConcept(new Coding(Systems.KIND, kind, null)));
        if (partOf != null) {
            unit.setPartOf(new Reference("Organization/" + partOf));
        }
        if (pointOfIssue != null) {
            unit.addIdentifier().setSystem(Systems.POINT_OF_ISSUE).setValue(pointOfIssue);
        }
        DIRECTORY.put(unit);
    }

    static void person(String id, String name, Role role, String facility, String... areas) {
        var person = new Practitioner().setActive(true);
        person.setId(id);
        person.addName().setText(name);
        DIRECTORY.put(person);
        job(id + "-role", id, role, facility, areas);
    }

    static void job(String id, String person, Role role, String facility, String... areas) {
        var job = new PractitionerRole().setActive(true).setPractitioner(new Reference("Practitioner/" + person));
        job.setId(id);
        job.addCode(new CodeableConcept(new Coding(Systems.ROLE, role.code(), null)));
        if (facility != null) {
            job.setOrganization(new Reference("Organization/" + facility));
        }
        Arrays.stream(areas)
                .forEach(area -> job.addExtension(new Extension(Systems.AREA, new Reference("Organization/" + area))));
        DIRECTORY.put(job);
    }

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    AccessTokens accessTokens() {
        return request -> "token";
    }

    @Bean
    StaffLinks staffLinks() {
        return LINKS;
    }

    /** Links in memory. Codes are counted, so that the one before can be told from the one after. */
    static final class RememberedLinks implements StaffLinks {

        final Set<String> linked = new TreeSet<>();
        final TreeMap<String, String> codes = new TreeMap<>();
        private int given;

        void forget() {
            linked.clear();
            codes.clear();
            given = 0;
        }

        @Override
        public Set<String> linked(Collection<String> practitioners) {
            return practitioners.stream().filter(linked::contains).collect(Collectors.toSet());
        }

        @Override
        public String newCode(String practitioner, String by) {
            var code = "BCDF-GHJK-%04d".formatted(++given);
            codes.put(practitioner, code);
            return code;
        }

        @Override
        public boolean unlink(String practitioner, String by, Collection<String> administrators) {
            if (administrators.contains(practitioner) && linked(administrators).equals(Set.of(practitioner))) {
                return false;
            }
            linked.remove(practitioner);
            codes.remove(practitioner);
            return true;
        }
    }
}
