package org.ancregistry.server.testing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A small, made-up health service: areas and clinics from {@code demo/units.json}, and the sandbox's staff working in
 * them, already linked to their sign-in, so that nobody needs a link code to try things out.
 *
 * @param person the sandbox's person
 * @param role her role's code
 * @param facility where she works
 * @param areas the areas that she looks after
 */
public record DemoStaff(SandboxPerson person, String role, String facility, List<String> areas) {

    private static final String CODES = "https://ancregistry.org/fhir/CodeSystem/anc-role";
    private static final String DEFINITIONS = "https://ancregistry.org/fhir/StructureDefinition/";

    /** Everybody who works in the demo. */
    public static List<DemoStaff> all() {
        return List.of(
                new DemoStaff(SandboxPeople.anoma(), "midwife", "clinic-temple-road", List.of("phm-demo-1")),
                new DemoStaff(SandboxPeople.mary(), "midwife", "clinic-lake-side", List.of("phm-demo-2")),
                new DemoStaff(SandboxPeople.zeenath(), "midwife", "clinic-other", List.of("phm-other-1")),
                new DemoStaff(SandboxPeople.ruwani(), "doctor", "hospital-demo", List.of()),
                new DemoStaff(SandboxPeople.arul(), "doctor", "hospital-other", List.of()),
                new DemoStaff(SandboxPeople.chandrika(), "supervisor", "clinic-temple-road", List.of("moh-demo")),
                new DemoStaff(SandboxPeople.mahesh(), "administrator", "clinic-temple-road", List.of()),
                new DemoStaff(SandboxPeople.ruwan(), "privacy-officer", "moh-demo", List.of()));
    }

    /** The one of that name. */
    public static DemoStaff named(String name) {
        return all().stream()
                .filter(staff -> staff.person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As whom the FHIR API knows her when she has signed in. */
    public Caller caller() {
        return TestTokens.caller(
                reference(),
                Role.of(role).orElseThrow(),
                "Organization/" + facility,
                areas.stream().map(area -> "Organization/" + area).toArray(String[]::new));
    }

    /** What the areas and clinics are called. */
    public static List<String> unitNames() {
        return Pattern.compile("\"name\": \"([^\"]+)\"")
                .matcher(text("/demo/units.json"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Writes units and staff, and links everybody; a second time changes nothing. */
    public static void introduce(RunningRegistry registry, TestEsignet esignet) {
        var fhir = registry.bean(FhirContext.class);
        var units = fhir.newJsonParser().parseResource(Bundle.class, text("/demo/units.json"));
        all().stream().flatMap(DemoStaff::resources).forEach(resource -> units.addEntry(put(resource)));
        transaction(registry, units);
        var people = registry.bean(LinkedPeople.class);
        for (var staff : all()) {
            if (!people.link(esignet.subject(staff.person), staff.reference())) {
                throw new IllegalStateException(staff.reference() + " is already linked otherwise");
            }
        }
    }

    /** {@code Practitioner/…}. */
    public String reference() {
        return "Practitioner/" + id();
    }

    private String id() {
        var name = person.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return "demo-" + name.replaceAll("^-|-$", "");
    }

    private Stream<Resource> resources() {
        var practitioner = new Practitioner().setActive(true);
        practitioner.addName().setText(person.name());
        practitioner.setId(id()).setMeta(new Meta().addProfile(DEFINITIONS + "anc-practitioner"));
        return Stream.of(practitioner, practitionerRole());
    }

    private PractitionerRole practitionerRole() {
        var work = new PractitionerRole()
                .setActive(true)
                .setPractitioner(new Reference(reference()))
                .setOrganization(new Reference("Organization/" + facility))
                .addCode(new CodeableConcept(new Coding(CODES, role, null)));
        areas.forEach(area -> work.addExtension(DEFINITIONS + "anc-area", new Reference("Organization/" + area)));
        work.setId(id()).setMeta(new Meta().addProfile(DEFINITIONS + "anc-practitioner-role"));
        return work;
    }

    @SuppressWarnings("unchecked")
    private static void transaction(RunningRegistry registry, Bundle bundle) {
        registry.bean(IFhirSystemDao.class).transaction(new SystemRequestDetails(), bundle);
    }

    private static BundleEntryComponent put(Resource resource) {
        var entry = new BundleEntryComponent().setResource(resource);
        entry.getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        return entry;
    }

    private static String text(String resource) {
        try (var stream = DemoStaff.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
