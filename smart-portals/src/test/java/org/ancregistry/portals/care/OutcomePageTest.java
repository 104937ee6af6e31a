package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing down how a pregnancy ended, and taking it back. */
class OutcomePageTest extends CarePagesTests {

    private static final String OUTCOME = "Patient/1/$record-outcome";
    private static final String PAGE = "/midwife/mothers/1/outcome";

    @BeforeEach
    void answerOutcomes() {
        REGISTRY.answers(OUTCOME, new Parameters());
    }

    @Test
    void asksWhatHappenedAndThenOnlyWhatBelongsToIt() throws Exception {
        assertThat(read(PAGE))
                .contains("value=\"miscarriage\"", "name=\"basedOn\" value=\"4\"")
                .doesNotContain("checked");
        assertThat(post(typed("kind", Map.of()))).contains("Choose what happened");
        assertThat(post(typed("kind", Map.of("kind", "birth")))).contains("answers[weight1]", "answers[delivery_mode]");
        assertThat(post(typed("kind", Map.of("kind", "miscarriage"))))
                .contains("date.day")
                .doesNotContain("answers[weight1]", "answers[death_cause]");
    }

    @Test
    void looksAtABirthOnceMoreAndSendsIt() throws Exception {
        var twins = twins();
        var shown = post(typed("check", twins));
        assertThat(shown).contains("20 November 2026", "Caesarean section", "Born alive", "2900 g", "Child 2");
        assertThat(REGISTRY.asked(OUTCOME)).isEmpty();

        assertThat(send(PAGE, typed("save", twins)).getResponse().getRedirectedUrl())
                .isEqualTo("/midwife/mothers/1/outcome/done");
        var sent = REGISTRY.lastAsked(OUTCOME);
        assertThat(text(sent, "outcome")).isEqualTo("birth");
        assertThat(text(sent, "date")).isEqualTo("2026-11-20");
        assertThat(text(sent, "based-on")).isEqualTo("4");
        assertThat(answer(sent, "delivery_mode")).isEqualTo("ANC.End.22");
        assertThat(sent.getParameters("child")).hasSize(2).first().satisfies(child -> {
            assertThat(part(child, "outcome")).isEqualTo("baby-outcome-live-birth");
            assertThat(part(child, "birth-weight")).isEqualTo("2900 g");
        });
    }

    @Test
    void letsADoctorWriteItDownAndReadsNothingOfHersAfterwards() throws Exception {
        var page = "/doctor/mothers/1/outcome";
        assertThat(read(page)).contains("action=\"/doctor/mothers/1/outcome\"");
        var saved = send(page, typed("save", twins()));
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo("/doctor");
        assertThat(saved.getMvcResult().getFlashMap().get("endingSaved")).isEqualTo(true);
        assertThat(text(REGISTRY.lastAsked(OUTCOME), "outcome")).isEqualTo("birth");
    }

    @Test
    void addsAChildAndTakesItAwayWithEverythingElseKept() throws Exception {
        var more = post(typed("more", Map.of("kind", "birth", "answers[weight1]", "3100")));
        assertThat(more).contains("Child 2", "value=\"3100\"", "name=\"count\" value=\"2\"");
        assertThat(post(typed("less", Map.of("kind", "birth", "count", "2")))).doesNotContain("Child 2");
    }

    @Test
    void takesANumberOfChildrenThatIsNoneForOne() throws Exception {
        assertThat(post(typed("more", Map.of("kind", "birth", "count", "1x")))).contains("name=\"count\" value=\"2\"");
        assertThat(post(typed("kind", Map.of("kind", "birth", "count", "99")))).contains("name=\"count\" value=\"4\"");
    }

    @Test
    void asksOnceMoreAboutARareWeight() throws Exception {
        var rare = child("1200");
        assertThat(post(typed("check", rare))).contains("Is this right?", "value=\"weight1=1200\"");
        rare.put("confirmed", "weight1=1200");
        assertThat(post(typed("check", rare))).contains("value=\"save\"");
        send(PAGE, typed("save", rare));
        var child = REGISTRY.lastAsked(OUTCOME).getParameters("child").size();
        assertThat(child).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"23,11,2026,future", "31,2,2026,Enter the day", "20,7,2026,20 weeks", "20,11,2025,0 and 45 weeks"})
    void refusesADayThatCannotBe(String day, String month, String year, String words) throws Exception {
        var birth = child("2900");
        birth.putAll(Map.of("date.day", day, "date.month", month, "date.year", year));
        var page = post(typed("check", birth));
        assertThat(page).contains("date-error", words, "value=\"2900\"");
        assertThat(REGISTRY.asked(OUTCOME)).isEmpty();
    }

    @Test
    void refusesAChildOfWhomNothingIsSaidAndAWeightThatCannotBe() throws Exception {
        var birth = child("29000");
        birth.put("answers[outcome1]", "");
        assertThat(post(typed("check", birth))).contains("answers-outcome1-error");
        birth.put("answers[outcome1]", "baby-outcome-live-birth");
        assertThat(post(typed("check", birth))).contains("answers-weight1-error", "value=\"29000\"");
    }

    @Test
    void keepsTheEntriesWhenSomebodyWroteMeanwhile() throws Exception {
        REGISTRY.refuses(OUTCOME, 409, "version-conflict");
        assertThat(post(typed("save", child("2900"))))
                .contains("What you typed is kept", "name=\"answers[weight1]\" value=\"2900\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"birth", "birth-and-loss", "miscarriage", "ectopic-pregnancy", "lost-to-follow-up"})
    void leadsFromAnEndedRecordToTakingItBack(String outcome) throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of(outcome));
        assertThat(read("/midwife/mothers/1/summary"))
                .contains(PAGE + "/wrong", "20 November 2026")
                .doesNotContain("<b>31+4 weeks</b>", "??", "/visits/new");
        assertThat(read("/doctor/mothers/1/summary"))
                .contains("20 November 2026")
                .doesNotContain(PAGE);
        assertThat(read(PAGE + "/done")).contains("twelve months").doesNotContain("??");
    }

    @Test
    void takesItBackWithAReason() throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of("miscarriage"));
        assertThat(read(PAGE + "/wrong")).contains("value=\"Encounter/90\"", "A miscarriage");
        String[] without = {"requestId", "r1", "basedOn", "4", "contact", "Encounter/90", "reason", " "};
        assertThat(send(PAGE + "/wrong", without).getResponse().getContentAsString())
                .contains("reason-error");
        without[7] = "Another woman's";
        assertThat(send(PAGE + "/wrong", without).getResponse().getRedirectedUrl())
                .isEqualTo("/midwife/mothers/1/summary");
        var sent = REGISTRY.lastAsked(OUTCOME);
        assertThat(((Reference) sent.getParameter("corrects").getValue()).getReference())
                .isEqualTo("Encounter/90");
        assertThat(text(sent, "correction-reason")).isEqualTo("Another woman's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsInEachLanguage(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        REGISTRY.answers(SUMMARY, EndedRecords.of("birth"));
        for (var path : List.of("/midwife/mothers/1/summary", PAGE + "/done", PAGE + "/wrong")) {
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        }
    }

    private String post(String... fields) throws Exception {
        return send(PAGE, fields).getResponse().getContentAsString();
    }

    private static Map<String, String> child(String grams) {
        var birth = new LinkedHashMap<String, String>();
        birth.put("kind", "birth");
        birth.put("answers[outcome1]", "baby-outcome-live-birth");
        birth.put("answers[sex1]", "baby-sex-female");
        birth.put("answers[weight1]", grams);
        return birth;
    }

    private static Map<String, String> twins() {
        var twins = child("2900");
        twins.put("count", "2");
        twins.put("answers[delivery_mode]", "ANC.End.22");
        twins.put("answers[outcome2]", "baby-outcome-live-birth");
        return twins;
    }

    private static String[] typed(String step, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        all.put("requestId", "00000000-0000-0000-0000-000000000001");
        all.put("basedOn", "4");
        all.put("date.day", "20");
        all.put("date.month", "11");
        all.put("date.year", "2026");
        all.put("step", step);
        all.putAll(more);
        return all.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static String part(ParametersParameterComponent child, String name) {
        return child.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof Quantity weight
                        ? weight.getValue().toPlainString() + " " + weight.getCode()
                        : part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
