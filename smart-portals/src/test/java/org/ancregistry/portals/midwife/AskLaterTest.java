package org.ancregistry.portals.midwife;

import static org.ancregistry.portals.midwife.MidwifeUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What she is asked alone on a later day: nothing of what she said before is shown, and it is written once. */
class AskLaterTest extends MidwifePagesTests {

    private static final String PAGE = "/midwife/mothers/1/private";
    private static final String SUMMARY = "/midwife/mothers/1/summary";
    private static final String RECORD = "Patient/1/$record-anc-visit";

    private final Bundle record = FhirContext.forR4Cached()
            .newJsonParser()
            .parseResource(Bundle.class, MotherRecord.class.getResourceAsStream("nimali-summary.json"));

    @BeforeEach
    void herRecord() {
        REGISTRY.answers("Patient/1/$anc-summary", record).answers(RECORD, new Parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"midwife", "doctor"})
    void asksTheSameAndShowsOnlyWhenSheWasAskedLast(String portal) throws Exception {
        said("ipv_enquiry", true);
        said("ipv", true);
        var page = fernando.read(PAGE.replace("midwife", portal));
        assertThat(page)
                .contains("<title>Clinic</title>", "href=\"/leave/away\"", "Ask only when nobody listens")
                .contains("Nimali Sanduni Perera", "Asked last on 20 November 2026")
                .doesNotContain(
                        "what to do now: ", "id=\"answers-ipv-yes\" name=\"answers[ipv]\" value=\"yes\" checked");
    }

    @Test
    void saysThatSheCouldNotBeAsked() throws Exception {
        said("ipv_enquiry", false);
        assertThat(fernando.read(PAGE)).contains("She could not be asked on 20 November 2026");
    }

    @Test
    void addsItToHerNewestVisitUnderThePagesOwnId() {
        var saved = fernando.send(PAGE, form("ipv_enquiry", "yes", "mood_interest", "LA6568-5"));
        assertThat(saved.getRedirectedUrl()).isEqualTo(SUMMARY);
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(text(sent, "request-id")).isEqualTo("00000000-0000-0000-0000-000000000009");
        assertThat(text(sent, "correction")).isEqualTo("addendum");
        assertThat(text(sent, "correction-reason")).isEqualTo("Asked later");
        assertThat(sent.getParameter("corrects").getValue()).isInstanceOf(Reference.class);
        assertThat(((BooleanType) answer(sent, "ipv_enquiry")).booleanValue()).isTrue();
        assertThat(answer(sent, "mood_interest").primitiveValue()).isEqualTo("LA6568-5");
        assertThat(sent.getParameter().stream().filter(part -> isAnswer(part, "ipv")))
                .isEmpty();
    }

    @Test
    void saysOnceWhatToDo() throws Exception {
        var saved = fernando.sent(PAGE, form("ipv_enquiry", "yes", "ipv", "yes"));
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(PAGE + "/kept");
        said("ipv_enquiry", true);
        said("ipv", true);
        assertThat(fernando.follow(saved)).contains("Somebody hurts her: what to do now", "<title>Clinic</title>");
        assertThat(fernando.read(PAGE + "/kept")).doesNotContain("what to do now", "hurt");
    }

    @Test
    void refusesWhatCannotBeAndNothingAtAll() throws Exception {
        assertThat(Browser.whole(fernando.send(PAGE, form("ipv", "yes"))))
                .contains("id=\"answers-ipv-error\"", "value=\"00000000-0000-0000-0000-000000000009\"");
        assertThat(Browser.whole(fernando.send(PAGE, form())))
                .contains("id=\"answers-ipv_enquiry-error\"", "Say first whether she can be asked alone");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void keepsTheAnswersWhenSomebodyWroteMeanwhile() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");
        assertThat(Browser.whole(fernando.send(PAGE, form("ipv_enquiry", "yes", "ipv", "yes"))))
                .contains("id=\"answers-ipv-yes\" name=\"answers[ipv]\" value=\"yes\" checked=\"checked\"")
                .contains("role=\"alert\"");
    }

    @Test
    void isNotForANurse() {
        var nurse = new Browser(
                pages,
                new SignedInPerson(
                        "Practitioner/9", Role.CLINIC_NURSE, "Organization/9", "VOG clinic", Set.of(), "S. Nurse"),
                "en");
        assertThat(nurse.open(PAGE.replace("midwife", "doctor")).getStatus()).isEqualTo(404);
        assertThat(nurse.send(PAGE.replace("midwife", "doctor"), form("ipv_enquiry", "yes"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    private void said(String field, boolean yes) {
        var code = Dictionary.anc().require(field).primary();
        var answer = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setEncounter(new Reference("Encounter/11"))
                .setEffective(new DateTimeType("2026-11-20"))
                .setValue(new BooleanType(yes));
        answer.getCode().addCoding().setSystem(code.system()).setCode(code.code());
        record.addEntry().setResource(answer);
        REGISTRY.answers("Patient/1/$anc-summary", record);
    }

    private static String[] form(String... answers) {
        var fields = new ArrayList<>(List.of(
                "requestId", "00000000-0000-0000-0000-000000000009", "madeAt", "2026-11-22T05:00:00Z", "basedOn", "4"));
        for (var answer = 0; answer < answers.length; answer += 2) {
            fields.add("answers[" + answers[answer] + "]");
            fields.add(answers[answer + 1]);
        }
        return fields.toArray(String[]::new);
    }
}
