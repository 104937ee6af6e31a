package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan report dates a pregnancy: what follows from it is shown before it is saved. */
class DatingPageTest extends CarePagesTests {

    private static final String PAGE = "/midwife/mothers/1/dating";
    private static final String SUMMARY = "/midwife/mothers/1/summary";

    @Test
    void isReachedFromTheRecord() throws Exception {
        assertThat(read(SUMMARY)).contains(PAGE);
        assertThat(read("/doctor/mothers/1/summary")).contains("/doctor/mothers/1/dating");
    }

    @Test
    void showsTheDueDateThatFollowsBeforeItIsSaved() throws Exception {
        var shown = send(PAGE, form("2026-09-01", "12", "3", "", ""));
        assertThat(shown.getResponse().getContentAsString())
                .contains(
                        "By this scan the baby is due on 13 March 2027", "value=\"2027-03-13\"", "Save this due date");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();

        assertThat(send(PAGE, form("2026-09-01", "12", "3", "", "2027-03-13"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(SUMMARY);
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(told(sent, "ultrasound_edd")).isEqualTo("2027-03-13");
        assertThat(told(sent, "ultrasound_date")).isEqualTo("2026-09-01");
        assertThat(text(sent, "correction")).isEqualTo("addendum");
    }

    @Test
    void takesTheDueDateOfTheReportAlone() {
        send(PAGE, form("", "", "", "2027-02-18", "2027-02-18"));
        assertThat(told(REGISTRY.lastAsked(RECORD), "ultrasound_edd")).isEqualTo("2027-02-18");
    }

    @Test
    void showsAgainWhatFollowsWhenItWasChangedAfterwards() throws Exception {
        assertThat(send(PAGE, form("2026-09-01", "12", "4", "", "2027-03-13"))
                        .getResponse()
                        .getContentAsString())
                .contains("12 March 2027");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', weeks-error, Enter the weeks that the scan found",
        "2026-09-01, 3, '', '', weeks-error, Enter whole weeks from 4 to 42",
        "2026-09-01, 12, 7, '', weeks-error, Enter whole weeks from 4 to 42",
        "'', 12, '', '', scanned-error, the weeks are counted from it",
        "2027-09-01, 12, '', '', scanned-error, which is not after today",
        "2026-09-01, 12, 3, 2027-04-13, due-error, do not fit each other",
        "2025-01-01, 12, 3, '', scanned-error, cannot be a pregnancy that goes on today",
        "'', '', '', 2028-01-01, due-error, cannot be a pregnancy that goes on today"
    })
    void saysWhatMustBePutRight(String scanned, String weeks, String days, String due, String error, String words)
            throws Exception {
        assertThat(send(PAGE, form(scanned, weeks, days, due, "")).getResponse().getContentAsString())
                .contains(error, words);
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void keepsTheEntriesWhenSomebodyWroteMeanwhile() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");
        assertThat(send(PAGE, form("2026-09-01", "12", "3", "", "2027-03-13"))
                        .getResponse()
                        .getContentAsString())
                .contains("value=\"2026\"", "Somebody wrote in her record meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsPageInEachLanguage(String language) throws Exception {
        assertThat(read(PAGE, CareUnderTest.selvarajah(), language)).doesNotContain("??");
    }

    private static String[] form(String scanned, String weeks, String days, String due, String shown) {
        var fields = new ArrayList<>(List.of(
                "requestId",
                "r1",
                "madeAt",
                "2026-11-22T05:00:00Z",
                "basedOn",
                "4",
                "weeks",
                weeks,
                "days",
                days,
                "shown",
                shown));
        date("scanned", scanned, fields);
        date("due", due, fields);
        return fields.toArray(String[]::new);
    }

    private static void date(String name, String date, List<String> fields) {
        if (!date.isEmpty()) {
            var parts = date.split("-", 3);
            fields.addAll(List.of(name + ".year", parts[0], name + ".month", parts[1], name + ".day", parts[2]));
        }
    }

    private static String told(Parameters sent, String field) {
        return sent.getParameter().stream()
                .filter(part -> part.getName().equals("answer"))
                .filter(part -> field.equals(part.getPart().get(0).getValue().primitiveValue()))
                .map(part -> part.getPart().get(1).getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
