package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What she said alone stands folded on her record, and on no other page, even where the registry would tell it. */
class PrivateAnswersPageTest extends CarePagesTests {

    private static final String[] ANSWERS = {
        "Her body is hurt", "hurt, frighten or control", "Nearly every day", "what to do now", "Private answers"
    };

    private final Bundle record = CareUnderTest.record();

    @BeforeEach
    void sheWasAsked() {
        said("ipv_enquiry", new BooleanType(true));
        said("ipv", new BooleanType(true));
        said("ipv_types", coded("ipv_types", "ANC.B8.DE130"));
        said("ipv_types", coded("ipv_types", "ANC.B8.DE132"));
        said("mood_interest", coded("mood_interest", "LA6571-9"));
        said("mood_down", coded("mood_down", "LA6569-3"));
        var referral =
                new ServiceRequest().setStatus(ServiceRequestStatus.ACTIVE).setEncounter(new Reference("Encounter/11"));
        referral.setId("ServiceRequest/70");
        record.addEntry().setResource(referral);
        REGISTRY.answers(SUMMARY, record);
    }

    @ParameterizedTest
    @CsvSource({"midwife", "doctor"})
    void standsFoldedOnHerRecordWithWhatToDo(String portal) throws Exception {
        var page = read("/" + portal + "/mothers/1/summary");
        assertThat(page)
                .contains("Asked last on 22 November 2026", "Ask again", "/" + portal + "/mothers/1/private")
                .contains("<details class=\"anc-details anc-noprint\">")
                .contains("Her body is hurt", "She is humiliated, frightened or controlled", "4 of 6")
                .contains("Somebody hurts her: what to do now", "She feels low: what to do now");
        assertThat(page.replaceAll("(?s)<details class=\"anc-details anc-noprint\">.*?</details>", ""))
                .doesNotContain(ANSWERS);
    }

    @Test
    void hasNoPlaceOnTheRecordThatANurseReads() throws Exception {
        var nurse = new SignedInPerson(
                "Practitioner/9", Role.CLINIC_NURSE, "Organization/9", "VOG clinic", Set.of(), "S. Nurse");
        assertThat(read("/doctor/mothers/1/summary", nurse, "en"))
                .doesNotContain(ANSWERS)
                .doesNotContain("Private questions", "/private");
    }

    @ParameterizedTest
    @CsvSource({
        "/doctor/mothers/1/visits/11",
        "/doctor/mothers/1/visits/11/slip",
        "/doctor/mothers/1/visits/new",
        "/doctor/mothers/1/referrals/70/letter",
        "/doctor/mothers/1/schedule",
        "/doctor/mothers/1/tests"
    })
    void isOnNoOtherPage(String path) throws Exception {
        assertThat(read(path)).contains("Nimali").doesNotContain(ANSWERS).doesNotContain("no words here");
    }

    @ParameterizedTest
    @CsvSource({"/mother", "/mother/visits", "/mother/visits/11", "/mother/records"})
    void isOnNoneOfHers(String path) throws Exception {
        assertThat(read(path, CareUnderTest.nimali(), "en"))
                .doesNotContain(ANSWERS)
                .doesNotContain("Private questions", "no words here");
    }

    private void said(String field, Type value) {
        var code = Dictionary.anc().require(field).primary();
        var answer = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setEncounter(new Reference("Encounter/11"))
                .setEffective(new DateTimeType("2026-11-22"))
                .setValue(value);
        answer.getCode().addCoding().setSystem(code.system()).setCode(code.code());
        record.addEntry().setResource(answer);
    }

    private static CodeableConcept coded(String field, String code) {
        var answer = Dictionary.anc().require(field).answer(code).orElseThrow().coding();
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(answer.system()).setCode(answer.code());
        return concept;
    }
}
