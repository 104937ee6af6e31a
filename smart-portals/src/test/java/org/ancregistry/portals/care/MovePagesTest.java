package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.LocalDate;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A planned contact is given other days. Nimali was seen on 22 November 2026, today. */
class MovePagesTest extends CarePagesTests {

    private static final String MOVE = "Patient/1/$move-contact";
    private static final String SCHEDULE = "/doctor/mothers/1/schedule";

    @BeforeEach
    void plan() {
        REGISTRY.answers(SUMMARY, planned("2026-12-07", "3")).answers(MOVE, new Parameters());
    }

    @Test
    void isOfferedForAContactThatCanBeHeldStill() throws Exception {
        assertThat(read(SCHEDULE)).containsOnlyOnce("/schedule/move?contact=2026-12-07");
        var nurse = new SignedInPerson("Practitioner/9", Role.CLINIC_NURSE, "Organization/9", null, Set.of(), "");
        assertThat(read(SCHEDULE, nurse, "en")).doesNotContain("/schedule/move");
    }

    @Test
    void showsTheDaysThatAreBeingChanged() throws Exception {
        assertThat(read(SCHEDULE + "/move?contact=2026-12-07"))
                .contains("7 December 2026", "13 December 2026", "name=\"basedOn\" value=\"3\"")
                .contains("name=\"contact\" value=\"2026-12-07\"");
    }

    @Test
    void leadsBackToTheScheduleWhereNoContactIsNamed() {
        for (var address : new String[] {"/move", "/move?contact=2026-12-08"}) {
            assertThat(get(SCHEDULE + address).getResponse().getRedirectedUrl()).isEqualTo(SCHEDULE);
        }
    }

    @Test
    void movesItWithTheReason() {
        assertThat(move("reason", "She is with her parents.").getResponse().getRedirectedUrl())
                .isEqualTo(SCHEDULE);
        var asked = REGISTRY.lastAsked(MOVE);
        assertThat(text(asked, "contact")).isEqualTo("2026-12-07");
        assertThat(text(asked, "based-on")).isEqualTo("3");
        assertThat(text(asked, "first-day")).isEqualTo("2026-12-15");
        assertThat(text(asked, "last-day")).isEqualTo("2026-12-15");
        assertThat(text(asked, "reason")).isEqualTo("She is with her parents.");
        assertThat(((Reference) asked.getParameter("schedule").getValue()).getReference())
                .isEqualTo("CarePlan/50");
    }

    @Test
    void asksForDaysAndAReason() throws Exception {
        assertThat(move("reason", " ").getResponse().getContentAsString())
                .contains("Write in a sentence why", "value=\"15\"");
        assertThat(move("reason", "Away", "lastDay.day", "40").getResponse().getContentAsString())
                .contains("Enter a last day", "Away");
        assertThat(REGISTRY.asked(MOVE)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyWasFasterAndShowsHowItStands() throws Exception {
        var moved = planned("2026-12-20", "4");
        moved(moved);
        REGISTRY.answers(SUMMARY, moved).refuses(MOVE, 409, "version-conflict");

        assertThat(move("reason", "She is with her parents.").getResponse().getContentAsString())
                .contains("was changed while you wrote", "She is with her parents.", "value=\"15\"")
                .contains("20 December 2026", "The clinic is closed.", "S. Nurse")
                .contains("name=\"basedOn\" value=\"4\"", "name=\"contact\" value=\"2026-12-20\"");
    }

    @Test
    void saysAtTheRightPlaceWhyItCannotBeMoved() throws Exception {
        REGISTRY.refuses(MOVE, 409, "contact-held", "contact");
        assertThat(move("reason", "Away").getResponse().getContentAsString()).contains("She was seen already");
        REGISTRY.refuses(MOVE, 400, "parameter-invalid", "last-day");
        assertThat(move("reason", "Away").getResponse().getContentAsString())
                .contains("id=\"lastDay-error\"")
                .doesNotContain("id=\"firstDay-error\"");
        REGISTRY.refuses(MOVE, 409, "pregnancy-ended");
        assertThat(move("reason", "Away").getResponse().getContentAsString()).contains("Her pregnancy has ended");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatToDoWhereItWouldPassAnotherContact() throws Exception {
        var record = planned("2026-12-07", "3");
        week(plan(record), "2027-01-04");
        REGISTRY.answers(SUMMARY, record).refuses(MOVE, 409, "contact-out-of-order", "last-day");
        assertThat(move("reason", "She is with her parents.").getResponse().getContentAsString())
                .contains("id=\"lastDay-error\"", "move the other one first", "The next one: 4 January 2027")
                .contains("She is with her parents.", "value=\"15\"")
                .doesNotContain("id=\"firstDay-error\"");
        REGISTRY.refuses(MOVE, 409, "contact-out-of-order", "first-day");
        assertThat(move("reason", "Away").getResponse().getContentAsString()).contains("id=\"firstDay-error\"");
    }

    @Test
    void showsOnTheScheduleWhyItWasMovedAndByWhom() throws Exception {
        var record = planned("2026-12-20", "4");
        moved(record);
        REGISTRY.answers(SUMMARY, record);
        assertThat(read(SCHEDULE))
                .containsSubsequence(
                        "20 December 2026", "Moved:", "The clinic is closed.", "7 December 2026", "S. Nurse");
    }

    @Test
    void showsThatItWasMovedAlsoToWhomTheReasonIsKeptFrom() throws Exception {
        var record = planned("2026-12-20", "4");
        moved(record);
        plan(record)
                .getActivity()
                .get(1)
                .getDetail()
                .getExtensionFirstRep()
                .getExtension()
                .removeIf(part -> part.getUrl().equals("reason"));
        REGISTRY.answers(SUMMARY, record);
        assertThat(read(SCHEDULE))
                .containsSubsequence("20 December 2026", "Moved:", "7 December 2026", "S. Nurse")
                .doesNotContain("The clinic is closed.");
    }

    @Test
    void speaksThreeLanguages() throws Exception {
        var address = SCHEDULE + "/move?contact=2026-12-07";
        assertThat(read(address, CareUnderTest.selvarajah(), "si")).contains("lang=\"si\"", "පළමු දිනය");
        assertThat(read(address, CareUnderTest.selvarajah(), "ta")).contains("lang=\"ta\"", "முதல் நாள்");
    }

    private MvcTestResult get(String path) {
        return pages.get()
                .uri(path)
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange();
    }

    private MvcTestResult move(String... more) {
        var fields = new String[10 + more.length];
        var fixed = new String[] {
            "contact",
            "2026-12-07",
            "basedOn",
            "3",
            "firstDay.day",
            "15",
            "firstDay.month",
            "12",
            "firstDay.year",
            "2026"
        };
        System.arraycopy(fixed, 0, fields, 0, fixed.length);
        System.arraycopy(more, 0, fields, fixed.length, more.length);
        return send(SCHEDULE + "/move", fields);
    }

    /** Her record with one contact that was held, and one that is planned for a week. */
    private static Bundle planned(String from, String version) {
        var record = CareUnderTest.record();
        record.getEntry().removeIf(entry -> entry.getResource() instanceof CarePlan);
        var plan = new CarePlan().setStatus(CarePlan.CarePlanStatus.ACTIVE);
        plan.setSubject(new Reference("Patient/1"));
        week(plan, "2026-11-16");
        week(plan, from);
        plan.setId("CarePlan/50/_history/" + version);
        plan.getMeta().setVersionId(version);
        record.addEntry().setResource(plan);
        return record;
    }

    private static void week(CarePlan plan, String from) {
        var last = LocalDate.parse(from).plusDays(6).toString();
        plan.addActivity()
                .getDetail()
                .setStatus(CarePlanActivityStatus.NOTSTARTED)
                .setScheduled(
                        new Period().setStartElement(new DateTimeType(from)).setEndElement(new DateTimeType(last)));
    }

    private static CarePlan plan(Bundle record) {
        return record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(CarePlan.class::isInstance)
                .map(CarePlan.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void moved(Bundle record) {
        var move = plan(record)
                .getActivity()
                .get(1)
                .getDetail()
                .addExtension()
                .setUrl("https://ancregistry.org/fhir/StructureDefinition/anc-moved-contact");
        move.addExtension(
                "from",
                new Period()
                        .setStartElement(new DateTimeType("2026-12-07"))
                        .setEndElement(new DateTimeType("2026-12-13")));
        move.addExtension("reason", new StringType("The clinic is closed."));
        move.addExtension("by", new Reference("Practitioner/9").setDisplay("S. Nurse"));
        move.addExtension("at", new DateTimeType("2026-11-21T10:00:00+05:30"));
    }
}
