package org.ancregistry.server.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.testing.DemoStaff;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestEsignet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The women whom {@code ./anc run} shows, as its first start makes them. */
class DemoDataIT {

    private static RunningRegistry registry;
    private static TestEsignet esignet;
    private static String toldFirst;

    @BeforeAll
    static void fillAnEmptyRegistry() {
        var settings = RunningRegistry.settings(RunningRegistry.h2());
        esignet = TestEsignet.forRegistryAt(URI.create(settings.get("anc.base-url")));
        settings.putAll(esignet.settings());
        registry = RunningRegistry.start(settings);
        DemoStaff.introduce(registry, esignet);
        toldFirst = fill();
    }

    @AfterAll
    static void stop() {
        registry.close();
        esignet.close();
    }

    @Test
    void tellsHowFarItIs() {
        assertThat(toldFirst).contains("Kumari Dilhani Jayasuriya").contains("10 women are in care now");
    }

    @Test
    void addsNothingASecondTime() {
        var before = rows();

        assertThat(fill()).contains("The demo data are there already.");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void givesEachMidwifeTheWomenOfHerArea() {
        assertThat(inCareOf("Anoma Wijesinghe")).hasSize(7);
        assertThat(inCareOf("Mary Stella Anthony")).hasSize(3);
        assertThat(inCareOf("Zeenath Begum")).isEmpty();
    }

    @Test
    void leavesOneWomanToBeVerifiedLater() {
        assertThat(patients("Anoma Wijesinghe"))
                .filteredOn(patient -> !isVerified(patient))
                .extracting(patient -> patient.getNameFirstRep().getText())
                .containsExactly("Malini Swarnalatha");
    }

    @Test
    void leavesOneDecisionToTheSupervisor() {
        var supervisor = registry.client(DemoStaff.named("Chandrika Senanayake").caller());
        var waiting = supervisor
                .search()
                .byUrl("Task?code=decide-match&status=requested&_include=Task:patient")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(waiting.getEntry())
                .map(Bundle.BundleEntryComponent::getResource)
                .filteredOn(Patient.class::isInstance)
                .extracting(patient -> ((Patient) patient).getNameFirstRep().getText())
                .containsExactly("செல்வராணி");
    }

    @Test
    void showsTheDoctorTheReferredAndThePresent() {
        var doctor = registry.client(DemoStaff.named("Ruwani Gunasekara").caller());
        var referred = doctor.search()
                .byUrl("ServiceRequest?status=active&performer=Organization/hospital-demo")
                .returnBundle(Bundle.class)
                .execute();
        var present = doctor.search()
                .byUrl("Encounter?status=arrived&service-provider=Organization/hospital-demo")
                .returnBundle(Bundle.class)
                .execute();

        assertThat(women(referred)).hasSize(3);
        assertThat(present.getEntry()).hasSize(2);
    }

    @Test
    void leavesWomenToTryTheRegistrationWith() {
        var demo = new DemoData(registry);

        assertThat(demo.unregistered())
                .extracting(SandboxPerson::name)
                .contains(SandboxPeople.nimali().name(), DemoData.WITH_CARD.name())
                .hasSize(6);
        assertThat(demo.card().value()).startsWith("9903");
    }

    private static String fill() {
        var told = new ByteArrayOutputStream();
        new DemoData(registry).fill(new PrintStream(told, true, StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8);
    }

    /** With what was read before, whose records lie in the outbox for a moment. */
    private static List<Integer> rows() {
        registry.bean(AuditOutbox.class).deliver();
        var jdbc = registry.bean(JdbcTemplate.class);
        return Stream.of("hfj_res_ver", "registry_request", "issued_phn", "identity_evidence", "audit_event")
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }

    private static List<EpisodeOfCare> inCareOf(String midwife) {
        return found(midwife).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(EpisodeOfCare.class::isInstance)
                .map(EpisodeOfCare.class::cast)
                .toList();
    }

    private static List<Patient> patients(String midwife) {
        return found(midwife).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .toList();
    }

    private static Bundle found(String name) {
        var midwife = DemoStaff.named(name).caller();
        var area = midwife.areas().iterator().next();
        return registry.client(midwife)
                .search()
                .byUrl("EpisodeOfCare?status=active&_include=EpisodeOfCare:patient&organization=" + area)
                .returnBundle(Bundle.class)
                .execute();
    }

    private static boolean isVerified(Patient patient) {
        return patient.getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified")
                .getValue()
                .primitiveValue()
                .equals("true");
    }

    private static List<String> women(Bundle referrals) {
        return referrals.getEntry().stream()
                .map(entry ->
                        ((ServiceRequest) entry.getResource()).getSubject().getReference())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
