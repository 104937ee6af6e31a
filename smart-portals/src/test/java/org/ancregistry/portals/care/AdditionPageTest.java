package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visit that was saved stays as it is: it is added to, or struck out. */
class AdditionPageTest extends CarePagesTests {

    private static final String SUMMARY = "/doctor/mothers/1/summary";

    private String visit = "";

    @BeforeEach
    void aVisitThatCounts() {
        visit = CareUnderTest.record().getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .filter(contact -> contact.getStatus() == Encounter.EncounterStatus.FINISHED)
                .map(contact -> contact.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadsFromThePageOfAVisitToBoth() throws Exception {
        assertThat(read("/doctor/mothers/1/visits/" + visit)).contains(at("addition"), at("strike"));
    }

    @Test
    void addsANote() throws Exception {
        assertThat(read(at("addition"))).contains("name=\"note\"", "name=\"basedOn\"");
        assertThat(send(at("addition"), form("note", " The laboratory called: all normal. "))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(SUMMARY);
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(text(sent, "note")).isEqualTo("The laboratory called: all normal.");
        assertThat(text(sent, "correction")).isEqualTo("addendum");
        assertThat(((Reference) sent.getParameter("corrects").getValue()).getReference())
                .isEqualTo("Encounter/" + visit);
    }

    @Test
    void strikesOutWithAReason() {
        assertThat(send(at("strike"), form("reason", "Another woman"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(SUMMARY);
        var sent = REGISTRY.lastAsked(RECORD);
        assertThat(text(sent, "correction")).isEqualTo("entered-in-error");
        assertThat(text(sent, "correction-reason")).isEqualTo("Another woman");
        assertThat(sent.getParameter("answer")).isNull();
    }

    @Test
    void asksForTheWords() throws Exception {
        assertThat(send(at("addition"), form("note", " ")).getResponse().getContentAsString())
                .contains("note-error");
        assertThat(send(at("strike"), form("reason", "")).getResponse().getContentAsString())
                .contains("reason-error");
    }

    @Test
    void keepsTheWordsWhenSomebodyWroteMeanwhile() throws Exception {
        REGISTRY.refuses(RECORD, 409, "version-conflict");
        assertThat(send(at("addition"), form("note", "All normal."))
                        .getResponse()
                        .getContentAsString())
                .contains("All normal.", "Somebody wrote in her record meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"already-decided", "pregnancy-ended"})
    void saysThatAVisitStaysAsItIs(String refusal) throws Exception {
        REGISTRY.refuses(RECORD, 409, refusal);
        assertThat(send(at("strike"), form("reason", "Another woman"))
                        .getResponse()
                        .getContentAsString())
                .contains("Another woman", "belongs to an earlier pregnancy");
    }

    @Test
    void knowsOnlyVisitsThatCount() {
        assertThat(send("/doctor/mothers/1/visits/none/addition", form("note", "x"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasItsPagesInEachLanguage(String language) throws Exception {
        for (var what : new String[] {"addition", "strike"}) {
            assertThat(read(at(what), CareUnderTest.selvarajah(), language)).doesNotContain("??");
        }
    }

    private String at(String what) {
        return "/doctor/mothers/1/visits/" + visit + "/" + what;
    }

    private static String[] form(String name, String value) {
        return new String[] {"requestId", "r1", "madeAt", "2026-11-22T05:00:00Z", "basedOn", "4", name, value};
    }
}
