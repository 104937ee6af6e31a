package org.ancregistry.portals.supervisor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.FakeRegistry;
import org.ancregistry.portals.registry.RegistryConfiguration;
import org.ancregistry.portals.signin.AccessTokens;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PagesUnderTest;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The supervisor's pages with a registry that answers as it is told. Not annotated, so that no scan finds it. */
@Import({PagesUnderTest.class, RegistryConfiguration.class, SupervisorConfiguration.class})
class SupervisorUnderTest {

    static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    static final FakeRegistry REGISTRY = FakeRegistry.open();
    static final String DECIDE = "Task/5/$decide-match";

    static SignedInPerson jayasinghe() {
        return new SignedInPerson(
                "Practitioner/9",
                Role.SUPERVISOR,
                "Organization/2",
                "MOH Galewela",
                Set.of("Organization/1"),
                "P. Jayasinghe, SPHM");
    }

    /** One decision that has waited since the second of November. */
    static Bundle queue() {
        var task = new Task();
        task.setId("Task/5");
        task.setFor(new Reference("Patient/41"));
        task.setAuthoredOnElement(new DateTimeType("2026-11-02T09:00:00+05:30"));
        task.addNote().setText("Waits for her old card.");
        var found = new Bundle();
        found.addEntry().setResource(task);
        found.addEntry().setResource(FakeRegistry.patient("41", "Nimali Sanduni Perera", "2047KTR9MX5"));
        return found;
    }

    /** Both sides: three details agree, one differs, and somebody holds the number on her card. */
    static Parameters bothSides() {
        var answer = begun("requested");
        answer.addParameter("claimed-phn", "2047KTR9MX5");
        answer.addParameter().setName("warning").setValue(new CodeType("phn-already-held"));
        var candidate = answer.addParameter().setName("candidate");
        candidate.addPart().setName("patient").setValue(new Reference("Patient/34"));
        candidate.addPart().setName("phn").setValue(new Identifier().setValue("2047KTR9MX5"));
        candidate.addPart().setName("score").setValue(new DecimalType("0.93"));
        candidate.addPart().setName("grade").setValue(new CodeType("probable"));
        candidate.addPart().setName("likely-relative").setValue(new BooleanType(true));
        FakeRegistry.compared(candidate, "birthDate", "1997-03-14", "1997-03-14", "same");
        FakeRegistry.compared(candidate, "gender", "FEMALE", "FEMALE", "same");
        FakeRegistry.compared(candidate, "name", "Nimali Sanduni Perera", "Nimali S. Perera", "close");
        FakeRegistry.compared(
                candidate, "address", "24/1 Temple Road, Galewela", "12 Lake Road, Dambulla", "different");
        return answer;
    }

    /** Those of the women whom she may read: of Patient/41 a pregnancy and a visit, of another area nothing. */
    static void careBefore(String... readable) {
        var people = new Bundle();
        for (var id : readable) {
            people.addEntry().setResource(FakeRegistry.patient(id, "Nimali Sanduni Perera", "2047KTR9MX5"));
        }
        var pregnancy = new EpisodeOfCare()
                .setStatus(EpisodeOfCare.EpisodeOfCareStatus.FINISHED)
                .setPatient(new Reference("Patient/41"));
        pregnancy
                .getPeriod()
                .setStartElement(new DateTimeType("2023-02-01"))
                .setEndElement(new DateTimeType("2023-08-20"));
        pregnancy.addExtension("https://ancregistry.org/fhir/StructureDefinition/anc-outcome", new CodeType("birth"));
        var visit = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setSubject(new Reference("Patient/41"))
                .setServiceProvider(new Reference("Organization/7"));
        visit.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-contact-type")
                .setCode("field-clinic");
        visit.getPeriod().setStartElement(new DateTimeType("2023-03-04T09:00:00+05:30"));
        var place = new Organization().setName("Dambulla clinic");
        place.setId("Organization/7");
        var visits = new Bundle();
        visits.addEntry().setResource(visit);
        visits.addEntry().setResource(place);
        var pregnancies = new Bundle();
        pregnancies.addEntry().setResource(pregnancy);
        REGISTRY.answers("Patient", people)
                .answers("EpisodeOfCare", pregnancies)
                .answers("Encounter", visits);
    }

    static Parameters begun(String status) {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference("Patient/41"));
        answer.addParameter().setName("task").setValue(new Reference("Task/5"));
        answer.addParameter("version", "3");
        answer.addParameter().setName("status").setValue(new CodeType(status));
        return answer;
    }

    static Parameters decided(String decision) {
        var answer = begun("completed");
        answer.addParameter().setName("decision").setValue(new CodeType(decision));
        return answer;
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
}
