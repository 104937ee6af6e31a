package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** The midwife's first page, and what it shows to whom. */
class MothersListTest extends MidwifePagesTests {

    @Test
    void showsWhomToSeeNextAndWhy() throws Exception {
        assertThat(fernando.read("/midwife"))
                .contains("Nimali Sanduni Perera", "2047 KTR9MX 5", "31+5 weeks, Galewela", "5 days overdue")
                .contains(
                        "tel:+94771234521",
                        "Call +94771234521",
                        "Overdue (1)",
                        "Kumari Jayasuriya",
                        "Weeks not known yet",
                        "No PHN yet")
                .contains("D. Fernando, PHM")
                .as("only who is late can have missed something")
                .containsOnlyOnce("/missed\"");

        var question = REGISTRY.asked(LIST).get(0);
        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("needs-action");
        assertThat(question.authorization()).isEqualTo("Bearer token-of-fernando");
    }

    @Test
    void leadsToTheProofOfWhoSheIsOnlyWhereItIsMissing() throws Exception {
        var list = MidwifeUnderTest.workList();
        var nimali = list.getParameter().stream()
                .flatMap(row -> row.getPart().stream())
                .map(ParametersParameterComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        nimali.addExtension(
                "https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified", new BooleanType(true));
        REGISTRY.answers(LIST, list);

        assertThat(fernando.read("/midwife"))
                .contains("Not verified", "href=\"/midwife/mothers/35/verify\"", "Add her national ID")
                .doesNotContain("/midwife/mothers/34/verify");
        assertThat(fernando.read("/midwife/day-list")).containsOnlyOnce("Not verified");
        assertThat(fernando.read("/midwife?tab=delivered")).doesNotContain("/verify\"");
    }

    @Test
    void tellsASupervisorHowMuchWaitsAndWhoseAreaEachRowIs() throws Exception {
        var list = MidwifeUnderTest.workList();
        list.getParameter().stream()
                .flatMap(row -> row.getPart().stream())
                .map(ParametersParameterComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .forEach(woman -> woman.setManagingOrganization(new Reference("Organization/3")));
        var area = new Organization().setName("Galewela 2");
        area.setId("Organization/3");
        var areas = new Bundle();
        areas.addEntry().setResource(area);
        var waiting = new Bundle();
        for (var kind : List.of("decide-match", "decide-match", "review-emergency")) {
            var task = new Task();
            task.getCode()
                    .addCoding()
                    .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-task")
                    .setCode(kind);
            task.setFor(new Reference("Patient/34")).setOwner(new Reference("Organization/3"));
            waiting.addEntry().setResource(task);
        }
        REGISTRY.answers(LIST, list).answers("Organization", areas).answers("Task", waiting);
        var supervisor = new Browser(pages, MidwifeUnderTest.jayasinghe("Organization/4"), "en");
        assertThat(supervisor.read("/midwife"))
                .contains("Decisions to make (2)", "Opened in an emergency (1)", "Galewela 2");
        assertThat(fernando.read("/midwife")).doesNotContain("Decisions to make", ">Galewela 2<");
    }

    @Test
    void callsNobodyToActAboutARiskOnceThePregnancyIsOver() throws Exception {
        var urgent = MidwifeUnderTest.workList();
        urgent.getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .forEach(row -> {
                    row.getPart().removeIf(part -> part.getName().matches("risk-grade|alert"));
                    row.addPart().setName("risk-grade").setValue(new CodeType("risk-grade-urgent"));
                    row.addPart().setName("alert").setValue(new BooleanType(true));
                });
        REGISTRY.answers(LIST, urgent);
        assertThat(fernando.read("/midwife")).contains("Urgent, not yet sent");
        urgent.getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .forEach(row -> row.addPart().setName("ended").setValue(new DateType("2026-11-01")));
        REGISTRY.answers(LIST, urgent);
        assertThat(fernando.read("/midwife?tab=delivered"))
                .contains("Ended 1 November 2026")
                .doesNotContain("Urgent, not yet sent");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-29, 2026-12-29, >29 December 2026<",
        "2026-11-18, 2026-11-25, '>Now, 2 days left (until 25 November)<'",
        "2026-11-18, 2026-11-23, '>Now, today is the last day<'",
        "2026-12-22, 2026-12-29, >From 22 December to 29 December 2026<"
    })
    void saysOneDayWhereThereIsOne(String opens, String closes, String said) throws Exception {
        var list = MidwifeUnderTest.workList();
        var due = list.getParameter().stream()
                .flatMap(row -> row.getPart().stream())
                .map(ParametersParameterComponent::getValue)
                .filter(Period.class::isInstance)
                .map(Period.class::cast)
                .findFirst()
                .orElseThrow();
        due.setStartElement(new DateTimeType(opens)).setEndElement(new DateTimeType(closes));
        REGISTRY.answers(LIST, list);

        assertThat(fernando.read("/midwife")).contains(said);
    }

    @Test
    void foldsManyUnfinishedRegistrationsAboveTheList() throws Exception {
        var other = new SignedInPerson(
                "Practitioner/90",
                Role.MIDWIFE,
                "Organization/2",
                "MOH Galewela",
                Set.of("Organization/3"),
                "R. Silva");
        var busy = new Browser(pages, other, "en");
        for (var number = 1; number <= 3; number++) {
            busy.send("/midwife/registrations");
            var page = busy.read("/midwife");
            assertThat(page).contains("Not finished (" + number + ")");
            assertThat(page.contains("<details class=\"anc-card\" open=\"open\">"))
                    .as("%s of them", number)
                    .isEqualTo(number <= 2);
        }
    }

    @Test
    void asksBeforeItDeletesAnUnfinishedRegistration() throws Exception {
        var draft = begun();
        fernando.send(at(draft, "find/name"), "name", "Kusum Herath", "year", "1996");
        assertThat(fernando.read("/midwife")).contains("href=\"" + at(draft, "delete") + "\"");

        assertThat(fernando.read(at(draft, "delete")))
                .contains("Kusum Herath", "cannot be brought back", "Keep it", "action=\"" + at(draft, "delete"));
        assertThat(drafts.find(draft, "Practitioner/7")).as("only asked").isPresent();
        var silva = new Browser(pages, MidwifeUnderTest.silva(), "en");
        assertThat(silva.open(at(draft, "delete")).getStatus()).as("not hers").isEqualTo(404);

        assertThat(fernando.send(at(draft, "delete")).getRedirectedUrl()).isEqualTo("/midwife");
        assertThat(fernando.read("/midwife")).doesNotContain(draft);
        assertThat(pages.get()
                        .uri("/midwife")
                        .flashAttr("draftDeleted", true)
                        .with(authentication(
                                new TestingAuthenticationToken(MidwifeUnderTest.fernando(), null, List.of()))))
                .bodyText()
                .contains("not finished is deleted");
    }

    @Test
    void turnsThePagesOfATab() throws Exception {
        assertThat(fernando.read("/midwife?tab=overdue&page=1")).contains("tab=overdue&amp;page=2", "page=0");

        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("overdue");
        assertThat(text(REGISTRY.lastAsked(LIST), "page")).isEqualTo("1");
    }

    @Test
    void looksForOneOfHerMothersWithoutAnyWordInAnAddress() throws Exception {
        assertThat(fernando.read("/midwife")).contains("action=\"/midwife/search\"", "name=\"words\"", "name=\"risk\"");

        var found = fernando.send("/midwife/search", "words", " 2047-ktr9mx5 ", "risk", "high");
        assertThat(text(REGISTRY.lastAsked(LIST), "find")).isEqualTo("2047-ktr9mx5");
        assertThat(text(REGISTRY.lastAsked(LIST), "risk")).isEqualTo("risk-grade-high");
        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("all");
        assertThat(Browser.whole(found))
                .contains("Nimali Sanduni Perera", "Overdue (1)", "name=\"page\" value=\"1\"", "Show my whole list")
                .doesNotContain("words=", "ktr9mx5&");

        fernando.send("/midwife/search", "words", "Nimali", "risk", "", "tab", "overdue", "page", "1");
        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("overdue");
        assertThat(text(REGISTRY.lastAsked(LIST), "page")).isEqualTo("1");
        assertThat(REGISTRY.lastAsked(LIST).hasParameter("risk")).isFalse();
    }

    @Test
    void showsThoseOfAVillageAndKeepsItOverTabsAndPages() throws Exception {
        assertThat(fernando.read("/midwife")).as("one village is no choice").doesNotContain("name=\"village\"");
        var list = MidwifeUnderTest.workList();
        list.addParameter("village", "Bambaragaswewa").addParameter("village", "Galewela");
        REGISTRY.answers(LIST, list);
        assertThat(fernando.read("/midwife"))
                .contains("All villages", "value=\"Galewela\"", "value=\"Bambaragaswewa\"")
                .doesNotContain("village=");

        var found = fernando.send("/midwife/search", "village", "Galewela", "tab", "all");
        assertThat(text(REGISTRY.lastAsked(LIST), "village")).isEqualTo("Galewela");
        assertThat(REGISTRY.lastAsked(LIST).hasParameter("find")).isFalse();
        assertThat(Browser.whole(found))
                .contains(
                        "value=\"Galewela\" translate=\"no\" selected",
                        "type=\"hidden\" name=\"village\" value=\"Galewela\"")
                .doesNotContain("village=");
        var gone = fernando.send("/midwife/search", "village", "Left Behind", "tab", "overdue", "page", "1");
        assertThat(Browser.whole(gone)).as("chosen before she moved").contains("Left Behind");
    }

    @Test
    void showsTheWholeListWhenNothingIsLookedFor() {
        assertThat(fernando.send("/midwife/search", "words", "  ", "risk", "worst")
                        .getRedirectedUrl())
                .isEqualTo("/midwife");
        assertThat(fernando.open("/midwife/search").getRedirectedUrl()).isEqualTo("/midwife");
    }

    @Test
    void beginsTheDayAnewAtAMistypedAddress() throws Exception {
        fernando.read("/midwife?tab=nobody&page=last");

        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("needs-action");
        assertThat(text(REGISTRY.lastAsked(LIST), "page")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"en, Blood pressure", "si, රුධිර පීඩනය", "ta, இரத்த அழுத்தம்"})
    void hasTheSameListOnPaperWithRoomToWrite(String language, String column) throws Exception {
        var she = new Browser(pages, MidwifeUnderTest.fernando(), language);
        assertThat(she.read("/midwife?tab=overdue&page=1")).contains("/midwife/day-list?tab=overdue&amp;page=1");

        assertThat(she.read("/midwife/day-list?tab=overdue&page=1"))
                .contains("Nimali Sanduni Perera", "2047 KTR9MX 5", "+94771234521", column)
                .doesNotContain("??");
        assertThat(text(REGISTRY.lastAsked(LIST), "tab")).isEqualTo("overdue");
        assertThat(text(REGISTRY.lastAsked(LIST), "page")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "identity", "compare", "history", "history/home", "check", "done"})
    void showsADraftToItsOwnerOnly(String step) {
        var draft = begun();
        var silva = new Browser(pages, MidwifeUnderTest.silva(), "en");

        assertThat(silva.open(at(draft, step)).getStatus()).isEqualTo(404);
    }

    @Test
    void saysThatTheRegistryDoesNotAnswer() throws Exception {
        REGISTRY.isDown(LIST);

        var page = fernando.open("/midwife");

        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(Browser.whole(page)).contains("does not answer now");
    }
}
