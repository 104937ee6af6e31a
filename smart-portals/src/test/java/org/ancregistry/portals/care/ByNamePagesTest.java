package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A doctor finds a woman without her number, and checks her in. */
class ByNamePagesTest extends CarePagesTests {

    private static final String FIND = "Patient/$find-woman";
    private static final String[] NIMALI = {
        "name", "Nimali Perera", "birthDate.day", "14", "birthDate.month", "3", "birthDate.year", "1997"
    };

    @Test
    void isOfferedToDoctorsOnTheFirstPageAndToNobodyElse() throws Exception {
        assertThat(read("/doctor")).contains("href=\"/doctor/by-name\"");
        assertThat(read("/doctor", nurse(), "en")).doesNotContain("/doctor/by-name");
    }

    @Test
    void showsWhoItMayBeWithWhatTellsOneFromAnother() throws Exception {
        REGISTRY.answers(FIND, found(false));

        var page = send("/doctor/by-name", NIMALI).getResponse().getContentAsString();
        assertThat(page)
                .contains("N S P", "Galewela", "Number ends in MX5", "Ask her where she lives")
                .contains("name=\"patient\" value=\"1\"", "action=\"/doctor/by-name/check-in\"");
        assertThat(text(REGISTRY.lastAsked(FIND), "name")).isEqualTo("Nimali Perera");
        assertThat(text(REGISTRY.lastAsked(FIND), "birth-date")).isEqualTo("1997-03-14");
    }

    @Test
    void opensTheRecordOfAWomanInTheClinicsCareAtOnce() throws Exception {
        REGISTRY.answers(FIND, found(true));

        assertThat(send("/doctor/by-name", NIMALI).getResponse().getContentAsString())
                .contains("href=\"/doctor/mothers/1/summary\"")
                .doesNotContain("/doctor/by-name/check-in");
    }

    @Test
    void checksHerInWithWhatWasTyped() {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference("Patient/1"));
        REGISTRY.answers("Patient/$check-in", answer);

        assertThat(checkIn().getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        var asked = REGISTRY.lastAsked("Patient/$check-in");
        assertThat(((Reference) asked.getParameter("found").getValue()).getReference())
                .isEqualTo("Patient/1");
        assertThat(text(asked, "name")).isEqualTo("Nimali Perera");
        assertThat(text(asked, "birth-date")).isEqualTo("1997-03-14");
    }

    @Test
    void saysWhatToDoWhenThereIsNobody() throws Exception {
        REGISTRY.answers(FIND, new Parameters());

        assertThat(send("/doctor/by-name", NIMALI).getResponse().getContentAsString())
                .contains("There is nobody with this name", "Ask for her card", "href=\"/doctor/emergency\"")
                .contains("value=\"Nimali Perera\"", "value=\"1997\"");
    }

    @Test
    void asksForBothFacts() throws Exception {
        assertThat(send("/doctor/by-name", "name", "Nimali Perera")
                        .getResponse()
                        .getContentAsString())
                .contains("Enter her birth date", "value=\"Nimali Perera\"");
        assertThat(send("/doctor/by-name", "birthDate.year", "1997")
                        .getResponse()
                        .getContentAsString())
                .contains("Enter her name, at least one word");
        assertThat(REGISTRY.asked(FIND)).isEmpty();
    }

    @Test
    void saysWhyItWasRefusedAndKeepsWhatWasTyped() throws Exception {
        REGISTRY.refuses(FIND, 429, "too-many-attempts");
        assertThat(send("/doctor/by-name", NIMALI).getResponse().getContentAsString())
                .contains("Too many tries", "value=\"Nimali Perera\"");
        REGISTRY.refuses(FIND, 403, "forbidden");
        assertThat(send("/doctor/by-name", NIMALI).getResponse().getContentAsString())
                .contains("Only a doctor can look for a woman");
        REGISTRY.refuses("Patient/$check-in", 404, "not-found");
        assertThat(checkIn().getResponse().getContentAsString())
                .contains("do not lead to her any more", "value=\"1997\"");
    }

    @Test
    void speaksThreeLanguages() throws Exception {
        assertThat(read("/doctor/by-name", CareUnderTest.selvarajah(), "si")).contains("lang=\"si\"", "ඇගේ නම");
        assertThat(read("/doctor/by-name/check-in", CareUnderTest.selvarajah(), "ta"))
                .contains("lang=\"ta\"", "பெயர்");
    }

    private MvcTestResult checkIn() {
        var fields = new String[NIMALI.length + 2];
        System.arraycopy(NIMALI, 0, fields, 0, NIMALI.length);
        fields[NIMALI.length] = "patient";
        fields[NIMALI.length + 1] = "1";
        return send("/doctor/by-name/check-in", fields);
    }

    private static Parameters found(boolean inCare) {
        var answer = new Parameters();
        var row = answer.addParameter().setName("woman");
        row.addPart().setName("patient").setValue(new Reference("Patient/1"));
        row.addPart().setName("initials").setValue(new StringType("N S P"));
        row.addPart().setName("place").setValue(new StringType("Galewela"));
        row.addPart().setName("phn-end").setValue(new StringType("MX5"));
        row.addPart().setName("in-care").setValue(new BooleanType(inCare));
        return answer;
    }

    private static SignedInPerson nurse() {
        return new SignedInPerson(
                "Practitioner/9", Role.CLINIC_NURSE, "Organization/9", "VOG clinic", Set.of(), "S. Nurse");
    }
}
