package org.ancregistry.portals.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.portals.registry.FakeRegistry;
import org.ancregistry.portals.registry.RegistryConfiguration;
import org.ancregistry.portals.signin.AccessTokens;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PagesUnderTest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The pages of figures with a registry that answers as it is told. Not annotated, so that no scan finds it. */
@Import({PagesUnderTest.class, RegistryConfiguration.class, FiguresController.class})
class FiguresUnderTest {

    static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    static final FakeRegistry REGISTRY = FakeRegistry.open();
    static final String COUNT = "Measure/$evaluate-measure";

    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";

    static SignedInPerson jayasinghe() {
        return new SignedInPerson(
                "Practitioner/9",
                Role.SUPERVISOR,
                "Organization/2",
                "MOH Galewela",
                Set.of("Organization/1"),
                "P. Jayasinghe, SPHM");
    }

    static Bundle areas() {
        var found = new Bundle();
        found.addEntry().setResource(area("1", "MOH Galewela"));
        found.addEntry().setResource(area("7", "Bulanawewa"));
        return found;
    }

    private static Organization area(String id, String name) {
        var area = new Organization().setName(name);
        area.setId("Organization/" + id);
        return area;
    }

    /** Of each indicator 13 of 21, but of the average 54 visits of 10 mothers. */
    static Bundle all() {
        var reports = new Bundle().setType(Bundle.BundleType.COLLECTION);
        Arrays.stream(Indicator.values())
                .forEach(indicator -> reports.addEntry().setResource(report(indicator)));
        return reports;
    }

    static MeasureReport report(Indicator indicator) {
        var report = new MeasureReport().setMeasure("https://ancregistry.org/fhir/Measure/" + indicator.measure());
        var group = report.addGroup();
        var of = indicator.isAverage() ? 10 : 21;
        var met = indicator.isAverage() ? 54 : 13;
        group.addPopulation().setCode(population("denominator")).setCount(of);
        group.addPopulation().setCode(population("numerator")).setCount(met);
        var months = group.addStratifier().addCode(new CodeableConcept().setText("month"));
        var november = months.addStratum().setValue(new CodeableConcept().setText("2026-11"));
        november.addPopulation().setCode(population("denominator")).setCount(4);
        november.addPopulation().setCode(population("numerator")).setCount(1);
        var schools = group.addStratifier().addCode(new CodeableConcept().setText("education"));
        var school = schools.addStratum()
                .setValue(new CodeableConcept(
                        new Coding().setSystem("http://smart.who.int/anc").setCode("ANC.B6.DE5")));
        school.addPopulation().setCode(population("denominator")).setCount(8);
        school.addPopulation().setCode(population("numerator")).setCount(8);
        return report;
    }

    private static CodeableConcept population(String kind) {
        return new CodeableConcept(new Coding().setSystem(POPULATION).setCode(kind));
    }

    @Bean
    @Primary
    Clock atNoon() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    AccessTokens tokens() {
        return request -> "token";
    }
}
