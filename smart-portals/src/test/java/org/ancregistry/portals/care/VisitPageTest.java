package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recording a visit: what is wrong stands at its field, and nothing that was typed is lost. */
class VisitPageTest extends CarePagesTests {

    @Test
    void booksAClinicDayThatIsChosen() throws Exception {
        assertThat(read(VISIT))
                .contains("30 November 2026, 08:30: 8 places left", "3 December 2026, 08:30: full, all 20");
        send(VISIT, visit("nextClinic", "2026-12-03T08:30"));
        assertThat(REGISTRY.lastAsked(RECORD).getParameter().stream()
                        .filter(part -> part.getName().equals("next-appointment"))
                        .flatMap(part -> part.getPart().stream())
                        .filter(part -> part.getName().equals("start"))
                        .map(part -> ((DateTimeType) part.getValue()).getValue().toInstant()))
                .containsExactly(Instant.parse("2026-12-03T03:00:00Z"));
    }

    @Test
    void sendsAVisitWithItsVersionAndItsNo() {
        assertThat(send(VISIT, visit("answers[pallor]", "no")).getResponse().getRedirectedUrl())
                .isEqualTo("/doctor/mothers/1/summary");

        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(text(sent, "based-on")).isEqualTo("4");
        assertThat(text(sent, "request-id")).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(answer(sent, "pallor")).isEqualTo("false");
        assertThat(answer(sent, "danger_none")).isEqualTo("true");
        assertThat(answer(sent, "oedema")).isNull();
    }

    @Test
    void writesACallDownWithoutWhatIsMeasured() throws Exception {
        assertThat(read(VISIT)).contains("<option value=\"phone\">By phone", "Her planned contact still waits for her");

        var call =
                visit("contactType", "phone", "answers[systolic]", "", "answers[diastolic]", "", "answers[weight]", "");
        assertThat(send(VISIT, call).getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        assertThat(text(REGISTRY.lastAsked(RECORD), "contact-type")).isEqualTo("phone");
        assertThat(answer(REGISTRY.lastAsked(RECORD), "systolic")).isNull();

        REGISTRY.forget();
        answer();
        var visit = visit("answers[systolic]", "", "answers[diastolic]", "");
        assertThat(send(VISIT, visit).getResponse().getContentAsString()).contains("answers-systolic-error");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Danger signs now: this must be answered', 'Fundal height: enter a value between 5 and 50'",
        "si, 'දැන් ඇති අනතුරු ලකුණු: මෙයට පිළිතුරු දිය යුතුය', '5 සහ 50 අතර අගයක් ඇතුළත් කරන්න'"
    })
    void namesTheQuestionInEachOfItsMessages(String language, String missing, String impossible) throws Exception {
        var sent = pages.post()
                .uri(VISIT)
                .with(csrf())
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .header("Accept-Language", language)
                .param("date.day", "22")
                .param("date.month", "11")
                .param("date.year", "2026")
                .param("answers[fundal_height]", "60")
                .param("answers[systolic]", "80")
                .param("answers[diastolic]", "120")
                .exchange();

        assertThat(sent.getResponse().getContentAsString())
                .contains(missing, impossible)
                .doesNotContain("{0}", "finding.");
        if (language.equals("en")) {
            assertThat(sent.getResponse().getContentAsString())
                    .contains("the upper number must be higher than the lower one");
        }
    }

    @Test
    void foldsWhatMostVisitsDoNotAskAndOpensWhatIsFilled() throws Exception {
        assertThat(read(VISIT).split("<details class=\"anc-details\">", -1)).hasSize(5);

        var filled = send(
                        VISIT,
                        visit(
                                "date.day",
                                "99",
                                "answers[thriposha]",
                                "yes",
                                "medicines[0].dose",
                                "twice a day",
                                "answers[systolic]",
                                "142"))
                .getResponse()
                .getContentAsString();
        assertThat(filled)
                .containsPattern("(?s)open=\"open\"><summary>Second reading.*name=\"answers.repeat_systolic")
                .containsPattern("(?s)open=\"open\"><summary>Aspirin")
                .containsPattern("(?s)open=\"open\"><summary>Medicines given")
                .contains("<details class=\"anc-details\"><summary>Why no blood pressure");
    }

    @Test
    void showsACallAmongTheVisitsAndOffersNoSlipOfIt() throws Exception {
        var record = CareUnderTest.record();
        var call = new Encounter()
                .setStatus(EncounterStatus.FINISHED)
                .setSubject(new Reference("Patient/1"))
                .setPeriod(new Period().setStartElement(new DateTimeType("2026-11-22T08:00:00+05:30")));
        call.addType().addCoding().setCode("phone");
        call.setId("Encounter/99");
        record.addEntry().setResource(call);
        REGISTRY.answers(SUMMARY, record);

        assertThat(read("/doctor/mothers/1/summary"))
                .contains("By phone", "/visits/99\"")
                .doesNotContain("/visits/99/slip");
        assertThat(read("/doctor/mothers/1/visits/99"))
                .contains("By phone", "/visits/99/strike")
                .doesNotContain("/visits/99/slip");
    }

    @Test
    void sendsWhatWasGivenAndWhatWasNot() {
        send(
                VISIT,
                visit(
                        "answers[iron]",
                        "60",
                        "answers[calcium]",
                        "0",
                        "answers[deworming]",
                        "no",
                        "answers[tetanus]",
                        "tt2_date",
                        "answers[counselling_danger]",
                        "yes"));

        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(answer(sent, "iron")).isEqualTo("60 mg");
        assertThat(answer(sent, "calcium")).isEqualTo("0 g");
        assertThat(answer(sent, "deworming")).isEqualTo("false");
        assertThat(answer(sent, "tt2_date")).isEqualTo("true");
        assertThat(answer(sent, "tetanus")).isNull();
        assertThat(answer(sent, "counselling_danger")).isEqualTo("true");
        assertThat(answer(sent, "folic_acid")).isNull();
    }

    @Test
    void offersOnlyDosesOfTetanusVaccineThatSheWasNotGiven() throws Exception {
        var before = read(VISIT);
        given("tt1_date");

        assertThat(before).contains("value=\"tt1_date\"");
        assertThat(read(VISIT)).doesNotContain("value=\"tt1_date\"").contains("value=\"tt2_date\"");
    }

    /** Of the doses before it nobody knew the days when she was registered. */
    @Test
    void offersTheDoseAfterTheLastOneThatIsKnown() throws Exception {
        given("tt3_date");

        assertThat(read(VISIT))
                .doesNotContain("value=\"tt1_date\"", "value=\"tt2_date\"", "value=\"tt3_date\"")
                .contains("value=\"tt4_date\"", "value=\"tt5_date\"");
    }

    private static void given(String dose) {
        var code = Dictionary.anc().require(dose).primary();
        var vaccine = new Immunization()
                .setStatus(ImmunizationStatus.COMPLETED)
                .setOccurrence(new DateTimeType("2026-08-02"));
        vaccine.getVaccineCode().addCoding().setSystem(code.system()).setCode(code.code());
        var vaccinated = CareUnderTest.record();
        vaccinated.addEntry().setResource(vaccine);
        REGISTRY.answers(SUMMARY, vaccinated);
    }

    @Test
    void sendsEveryMedicineWithItsDose() {
        send(
                VISIT,
                visit(
                        "medicines[0].text",
                        "Methyldopa",
                        "medicines[0].dose",
                        "250 mg three times a day",
                        "medicines[1].text",
                        " ",
                        "medicines[2].text",
                        "Paracetamol"));

        assertThat(REGISTRY.lastAsked(RECORD).getParameter().stream()
                        .filter(part -> part.getName().equals("medication"))
                        .map(part -> part.getPart().stream()
                                .map(said -> said.getValue().primitiveValue())
                                .toList()))
                .containsExactly(List.of("Methyldopa", "250 mg three times a day"), List.of("Paracetamol"));
    }

    @Test
    void saysWhatSheDoesNotBearAndWhatSheTakesWhereAMedicineIsWritten() throws Exception {
        var record = CareUnderTest.record();
        record.addEntry().setResource(new AllergyIntolerance().setCode(new CodeableConcept().setText("Penicillin")));
        record.addEntry()
                .setResource(new MedicationStatement()
                        .setStatus(MedicationStatementStatus.ACTIVE)
                        .setMedication(new CodeableConcept().setText("Thyroxine")));
        REGISTRY.answers(SUMMARY, record);

        assertThat(read(VISIT).replaceAll("<[^>]+>", "").replaceAll("\\s+", " "))
                .containsPattern(
                        "may it be taken in pregnancy[^:]*Allergy:[^:]*Penicillin[^:]*She takes: [^:]*Thyroxine");
    }

    @Test
    void losesNoDoseWhoseMedicineIsMissing() throws Exception {
        var page = send(VISIT, visit("medicines[1].dose", "500 mg at night"))
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains(
                        "Enter the medicine that this dose is of",
                        "value=\"500 mg at night\"",
                        "medicines-1-text-error");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void refusesAPressureThatCannotBeAndKeepsEverything() throws Exception {
        var page = send(VISIT, visit("answers[systolic]", "820", "note", "came with her mother"))
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("between 40 and 300", "value=\"820\"", "came with her mother");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void asksOnceMoreAboutARareValueAndSendsWhichOneWasConfirmed() throws Exception {
        var rare = visit("answers[systolic]", "150");

        assertThat(send(VISIT, rare).getResponse().getContentAsString())
                .contains("Is this right?", "value=\"systolic=150\"");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();

        send(VISIT, visit("answers[systolic]", "150", "confirmed", "systolic=150"));
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(confirmed(sent)).containsExactly("systolic");
    }

    @Test
    void asksAgainAboutAnotherRareValueInTheSameBox() throws Exception {
        var changed = visit("answers[systolic]", "155", "confirmed", "systolic=150");

        assertThat(send(VISIT, changed).getResponse().getContentAsString()).contains("Is this right?");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void asksForADangerSignOrTheirAbsence() throws Exception {
        var page = send(
                        VISIT,
                        "requestId",
                        "00000000-0000-0000-0000-000000000001",
                        "basedOn",
                        "4",
                        "date.day",
                        "22",
                        "date.month",
                        "11",
                        "date.year",
                        "2026",
                        "answers[systolic]",
                        "118",
                        "answers[diastolic]",
                        "74")
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("dangers-error");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void showsWhatChangedMeanwhileAndKeepsTheEntries() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");

        var page =
                send(VISIT, visit("note", "came with her mother")).getResponse().getContentAsString();

        assertThat(page).contains("Somebody else saved a visit meanwhile", "came with her mother", "name=\"basedOn\"");
    }

    @Test
    void takesARareValueWithADecimalComma() throws Exception {
        var page = send(VISIT, visit("answers[weight]", "92,5")).getResponse().getContentAsString();
        assertThat(page).contains("Is this right?", "value=\"weight=92.5\"", "value=\"92,5\"");

        send(VISIT, visit("answers[weight]", "92,5", "confirmed", "weight=92.5"));
        assertThat(answer(REGISTRY.lastAsked(RECORD), "weight")).isEqualTo("92.5 kg");
    }

    @Test
    void saysTheSameAtASecondPressThoughTheVisitIsInTheRecordByThen() {
        var pressed = visit("madeAt", "2026-11-22T04:40:00Z", "answers[weight]", "92.5", "confirmed", "weight=92.5");
        send(VISIT, pressed);
        var grown = CareUnderTest.record();
        grown.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(Observation::hasValueQuantity)
                .filter(found -> "kg".equals(found.getValueQuantity().getCode()))
                .forEach(found -> found.getValueQuantity().setValue(92.5));
        REGISTRY.answers(SUMMARY, grown);
        send(VISIT, pressed);

        var asked = REGISTRY.asked(RECORD);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).body()).isEqualTo(asked.get(0).body()).contains("\"confirmed\"");
    }

    private static List<String> confirmed(Parameters sent) {
        return sent.getParameter().stream()
                .filter(part -> part.getName().equals("answer"))
                .filter(part -> part.getPart().size() == 3)
                .map(part -> part.getPart().get(0).getValue().primitiveValue())
                .toList();
    }
}
