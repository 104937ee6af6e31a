package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;

/** Whom a woman calls, at the foot of each of her pages. */
@TestPropertySource(properties = "anc.portals.loss-phone=011 555 0199")
class WhomToCallTest extends CarePagesTests {

    private static final String MIDWIFE = "href=\"tel:+94665550102\"";
    private static final String AMBULANCE = "href=\"tel:1990\"";
    private static final String DANGER = "href=\"/danger-signs\"";

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void herMidwifeTheAmbulanceAndTheDangerSignsAreOnEveryPage() throws Exception {
        REGISTRY.answers(SUMMARY, inGalewela(CareUnderTest.record()));
        for (var page : new String[] {"/mother", "/mother/visits", "/mother/settings", "/mother/download"}) {
            assertThat(mine(page)).as(page).contains(MIDWIFE, AMBULANCE, DANGER, "Call your midwife: +94 66 555 0102");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"birth", "miscarriage", "moved-away"})
    void alsoWhenHerPregnancyIsOver(String outcome) throws Exception {
        REGISTRY.answers(SUMMARY, inGalewela(EndedRecords.of(outcome)));
        assertThat(mine("/mother")).contains(MIDWIFE, AMBULANCE, DANGER);
    }

    @Test
    void theAmbulanceStandsThereWhereNobodyEnteredANumberForHerArea() throws Exception {
        assertThat(mine("/mother")).contains(AMBULANCE, DANGER).doesNotContain("Call your midwife");
    }

    @Test
    void afterALossThereIsANumberOfSomebodyWhoListens() throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of("miscarriage"));
        assertThat(mine("/mother")).contains("href=\"tel:0115550199\"", "Somebody listens to you");
        REGISTRY.answers(SUMMARY, EndedRecords.of("birth"));
        assertThat(mine("/mother")).doesNotContain("0115550199");
    }

    @Test
    void herSlipNamesHerMidwifesNumber() throws Exception {
        REGISTRY.answers(SUMMARY, inGalewela(CareUnderTest.record()));
        assertThat(read("/doctor/mothers/1/visits/11/slip")).contains("Call your midwife: +94 66 555 0102");
    }

    @Test
    void staffReadNoSuchLineOnTheirPages() throws Exception {
        REGISTRY.answers(SUMMARY, inGalewela(CareUnderTest.record()));
        assertThat(read("/doctor/mothers/1/summary")).doesNotContain("anc-strip");
    }

    static Bundle inGalewela(Bundle record) {
        var area = new Organization().setName("Galewela");
        area.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("+94 66 555 0102");
        area.setId("Organization/2");
        record.addEntry().setResource(area);
        record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .forEach(woman -> woman.setManagingOrganization(new Reference("Organization/2")));
        return record;
    }

    private String mine(String path) throws Exception {
        return pages.get()
                .uri(path)
                .param("lang", "en")
                .session(session)
                .with(authentication(signedIn(CareUnderTest.nimali())))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
