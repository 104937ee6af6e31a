package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Referring a woman who is not in danger: where to, how soon and why are asked, and nothing is chosen beforehand. */
class ReferPageTest extends CarePagesTests {

    private static final String REFER = "/midwife/mothers/1/refer";

    @Test
    void choosesNothingBeforehandAndIsBasedOnTheNewestContact() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital");

        assertThat(read(REFER, CareUnderTest.selvarajah(), "en"))
                .contains("Base Hospital Demo", "At the next clinic", "At once", "name=\"contact\" value=\"Encounter/")
                .contains("How does she get there?", "<option value=\"C\">Her own or a hired vehicle")
                .contains("<textarea translate=\"no\" lang=\"en\"")
                .doesNotContain("checked=\"checked\"", "selected=\"selected\"");
    }

    @Test
    void saysHowSheGetsThereWhereThatWasAskedAndKeepsItUntilTheRestIsRight() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital");

        assertThat(send(REFER, refer("urgency", "", "transport", "C"))
                        .getResponse()
                        .getContentAsString())
                .contains("urgency-error", "<option value=\"C\" selected=\"selected\">");
        send(REFER, refer("urgency", "routine", "transport", "C"));
        assertThat(part(REGISTRY.lastAsked(RECORD), "transport")).isEqualTo("C");
    }

    @ParameterizedTest
    @CsvSource({"routine,''", "urgent,''", "urgent,by-balloon"})
    void holdsNoReferralUpForHowSheGetsThere(String urgency, String transport) {
        hospitals("Base Hospital Demo", "Teaching Hospital");

        send(REFER, refer("urgency", urgency, "transport", transport));

        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(part(sent, "urgency")).isEqualTo(urgency);
        assertThat(sent.getParameter("referral").getPart())
                .extracting(ParametersParameterComponent::getName)
                .doesNotContain("transport");
    }

    @ParameterizedTest
    @CsvSource({"routine", "urgent"})
    void sendsHerAsSoonAsWasSaid(String urgency) {
        hospitals("Base Hospital Demo", "Teaching Hospital");

        var answer = send(REFER, refer("urgency", urgency));

        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/midwife/mothers/1/summary");
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(text(sent, "correction")).isEqualTo("addendum");
        assertThat(part(sent, "urgency")).isEqualTo(urgency);
        assertThat(part(sent, "reason")).isEqualTo("Twins: a scan, please");
    }

    @Test
    void asksForWhatIsMissingAndKeepsTheRest() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital");

        var page = send(REFER, refer("to", "", "urgency", "")).getResponse().getContentAsString();

        assertThat(page).contains("to-error", "urgency-error", "Say how soon", "Twins: a scan, please");
        assertThat(REGISTRY.asked(RECORD)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseSavedMeanwhile() throws Exception {
        hospitals("Base Hospital Demo", "Teaching Hospital");
        REGISTRY.refuses(RECORD, 409, "version-conflict");

        assertThat(send(REFER, refer("urgency", "routine")).getResponse().getContentAsString())
                .contains("Somebody else saved a visit meanwhile", "Twins: a scan, please", "checked=\"checked\"");
    }

    private static String[] refer(String... more) {
        return fields(
                Map.of(
                        "requestId", "00000000-0000-0000-0000-000000000009",
                        "madeAt", "2026-11-22T04:55:00Z",
                        "basedOn", "4",
                        "contact", "Encounter/31",
                        "contactType", "field-clinic",
                        "to", "Organization/9",
                        "reason", "Twins: a scan, please"),
                more);
    }

    private static String part(Parameters sent, String name) {
        return sent.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("referral"))
                .flatMap(referral -> referral.getPart().stream())
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }
}
