package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Set;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.server.matching.DuplicatesAtOnce;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supervisor goes through the records that may be one woman's, in a real browser, with scripts and without. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DuplicatesJourneyIT {

    private static final String AREA = "Organization/phm-demo-1";

    /** What the women of this journey are called, who are nobody of the sandbox. */
    private static final Set<String> NAMES = Set.of(
            "Somawathie",
            "Podimenike",
            "Kulasekara",
            "Leelawathie",
            "Ranmenike",
            "Munidasa",
            "Wimalawathie",
            "Gunatunga",
            "Gunetunga");

    @AutoClose
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages-duplicates");
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void aSupervisorMergesTwoRecordsAndTakesItBack(boolean scripts) {
        var name = scripts ? "Somawathie Kulasekara" : "Podimenike Kulasekara";
        var both =
                List.of(inCare(name, "1994-02-1" + (scripts ? 3 : 5)), inCare(name, "1994-02-1" + (scripts ? 3 : 5)));
        DuplicatesAtOnce.look(walk.stack().registry());
        try (var window = walk.window(Look.onAPhone(scripts))) {
            list(window);
            window.press("main a:text-is('" + name + " and " + name + "')");
            assertThat(window.text()).contains("Both have an open pregnancy", "Same");
            assertThat(window.shows("input[name=decision]:checked")).isFalse();
            window.press(Window.MAIN_BUTTON);
            assertThat(window.page().title()).as("without a decision").startsWith("Error:");
            window.choose("#decision");
            window.type("#reason", "She showed me both cards.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Both records are one now");
            assertThat(both.stream().filter(DuplicatesJourneyIT::isInUse)).hasSize(1);

            window.type("#reason", "They are cousins of one name.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Both records are as they were");
            assertThat(both).allMatch(DuplicatesJourneyIT::isInUse);

            window.choose("#decision-different");
            window.type("#reason", "I spoke to both of them.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("not shown again");
            assertThat(window.shows("main a:text-is('" + name + " and " + name + "')"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void thePagesAreInHerLanguage(String language) {
        var name = language.equals("si") ? "Leelawathie Munidasa" : "Ranmenike Munidasa";
        inCare(name, "1990-05-0" + language.length());
        inCare(name, "1990-05-0" + language.length());
        DuplicatesAtOnce.look(walk.stack().registry());
        try (var window = walk.window(Look.in(language))) {
            list(window);
            window.press("main .anc-row a:has-text('" + name + "')");
            assertThat(window.shows("main table.anc-compare")).isTrue();
        }
    }

    @Test
    void showsBothSidesAtADesk() {
        inCare("Wimalawathie Gunatunga", "1988-08-08");
        inCare("Wimalawathie Gunetunga", "1988-08-08");
        DuplicatesAtOnce.look(walk.stack().registry());
        try (var window = walk.window(Look.onAPhone(true).atADesk())) {
            list(window);
            window.press("main .anc-row a:has-text('Gunatunga')");
            window.choose("#decision-other");
            window.type("#reason", "One card is of the hospital.");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.text()).contains("Take the merge back");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noPageHasForeignWordsOrBrokenHtml() {
        assertThat(walk.seen().foreign().values().stream().flatMap(List::stream))
                .isSubsetOf(NAMES);
        assertThat(NuChecker.errorsIn(walk.seen().folder())).isEmpty();
    }

    private static void list(Window window) {
        new MidwifePages(window).signIn(SandboxPeople.chandrika());
        window.press("main a[href$='/midwife/decisions']");
        window.press("main a[href$='/midwife/duplicates']");
    }

    /** A record with an open pregnancy in the supervisor's area. */
    private static String inCare(String name, String born) {
        var woman = new Patient().setActive(true).setGender(AdministrativeGender.FEMALE);
        woman.addName().setText(name);
        woman.setBirthDateElement(new DateType(born));
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("07" + born.replace("-", ""));
        woman.setManagingOrganization(new Reference(AREA));
        var patient = created(woman);
        created(new EpisodeOfCare()
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .setPatient(new Reference(patient))
                .setManagingOrganization(new Reference(AREA))
                .setPeriod(new Period().setStartElement(DateTimeType.now())));
        return patient;
    }

    private static <R extends Resource> String created(R resource) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) resource.getClass();
        return walk.stack()
                .registry()
                .bean(DaoRegistry.class)
                .getResourceDao(type)
                .create(resource, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    private static boolean isInUse(String patient) {
        return walk.stack()
                .registry()
                .bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .read(new IdType(patient), new SystemRequestDetails())
                .getActive();
    }
}
