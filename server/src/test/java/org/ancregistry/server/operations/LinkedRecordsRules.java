package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records of one woman, each with a pregnancy and in an area of its own, when a supervisor has said that both are hers. */
abstract class LinkedRecordsRules extends LaterDecisions {

    private final DecisionDesk elsewhere = new DecisionDesk(registry());
    private String earlier = "";
    private String later = "";
    private String task = "";

    @BeforeEach
    void registerHerTwice() {
        var asked = elsewhere.clinic.registration(Clinic.id(), Clinic.woman("Champika Weerakoon"));
        Clinic.answer(asked, "allergies", new CodeType("ANC.B6.DE59"));
        var one = elsewhere.clinic.ask(elsewhere.clinic.midwife, "$register-anc", asked);
        var other = desk.verifiedAndNotSure(DecisionDesk.phn(one));
        earlier = patient(one);
        later = patient(other);
        task = task(other);
    }

    @Test
    void areBothOpenToWhoeverCaresForHerOnOneOfThemUntilTheLinkIsTakenBack() {
        assertThat(refused(desk.clinic.midwife, earlier)).isEqualTo("not-found");
        link();
        assertThat(allergies(desk.clinic.midwife, earlier)).isNotEmpty();
        assertThat(summary(desk.clinic.midwife, earlier)).anyMatch(EpisodeOfCare.class::isInstance);
        assertThat(summary(desk.supervisor, earlier)).isNotEmpty();
        assertThat(summary(elsewhere.clinic.midwife, later)).isNotEmpty();
        assertThat(desk.clinic
                        .as(desk.clinic.midwife)
                        .search()
                        .forResource(AllergyIntolerance.class)
                        .where(AllergyIntolerance.PATIENT.hasId(earlier))
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .isNotEmpty();
        desk.decide(desk.supervisor, task, DecisionDesk.decision("undo", "2"));
        assertThat(refused(desk.clinic.midwife, earlier)).isEqualTo("not-found");
        assertThat(refused(elsewhere.clinic.midwife, later)).isEqualTo("not-found");
    }

    @Test
    void keepWhatTheyHave() {
        link();
        for (var record : List.of(later, earlier)) {
            assertThat(summary(desk.clinic.midwife, record))
                    .filteredOn(Patient.class::isInstance)
                    .extracting(Canon::referenceTo)
                    .containsExactly(record);
        }
        assertThat(allergies(desk.clinic.midwife, later)).isEmpty();
        assertThat(desk.read(EpisodeOfCare.class, pregnancy(later)).getPatient().getReference())
                .isEqualTo(later);
        assertThat(desk.read(EpisodeOfCare.class, pregnancy(earlier))
                        .getPatient()
                        .getReference())
                .isEqualTo(earlier);
    }

    @Test
    void stayShutToEverybodyElse() {
        link();
        for (var stranger : List.of(desk.midwifeElsewhere(), desk.supervisorElsewhere)) {
            assertThat(refused(stranger, earlier)).isEqualTo("not-found");
            assertThat(refused(stranger, later)).isEqualTo("not-found");
        }
    }

    @Test
    void stayShutToWhomSheKeepsOutOfEither() {
        link();
        var consent = new Consent()
                .setStatus(ConsentState.ACTIVE)
                .setPatient(new Reference(earlier))
                .addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", null)));
        consent.getProvision().setType(ConsentProvisionType.DENY);
        registry().save(consent);
        assertThat(refused(desk.clinic.midwife, earlier)).isEqualTo("not-found");
        assertThat(refused(elsewhere.clinic.midwife, later)).isEqualTo("not-found");
        assertThat(summary(desk.clinic.midwife, later)).isNotEmpty();
    }

    @Test
    void openTogetherInAnEmergency() {
        link();
        var doctor = TestTokens.caller(
                elsewhere.created(new Practitioner().setActive(true)), Role.DOCTOR, "Organization/999998");
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter(
                        "phn",
                        Phns.of(desk.read(Patient.class, earlier)).orElseThrow().value())
                .addParameter("reason", "She came unconscious and bleeds.");
        assertThat(refused(doctor, later)).isEqualTo("not-found");
        desk.clinic.ask(doctor, "$break-glass", asked);
        assertThat(summary(doctor, earlier)).isNotEmpty();
        assertThat(summary(doctor, later)).isNotEmpty();
    }

    @Test
    void areNamedInASummaryOfEither() {
        assertThat(document(later)).doesNotContain("She has another record, too.");
        link();
        assertThat(document(later)).contains("She has another record, too.").doesNotContain("nilknown");
    }

    private void link() {
        desk.decide(desk.supervisor, task, DecisionDesk.comparedWith(DecisionDesk.decision("same"), earlier));
    }

    private List<AllergyIntolerance> allergies(Caller caller, String patient) {
        return summary(caller, patient).stream()
                .filter(AllergyIntolerance.class::isInstance)
                .map(AllergyIntolerance.class::cast)
                .toList();
    }

    private List<Resource> summary(Caller caller, String patient) {
        return bundle(caller, patient, "$anc-summary").getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    private String document(String patient) {
        var composition = (Composition) bundle(desk.clinic.midwife, patient, "$summary")
                .getEntryFirstRep()
                .getResource();
        return composition.getSection().stream()
                .map(section -> section.getText().getDivAsString()
                        + section.getEmptyReason().getCodingFirstRep().getCode())
                .toList()
                .toString();
    }

    private Bundle bundle(Caller caller, String patient, String operation) {
        return desk.clinic
                .as(caller)
                .operation()
                .onInstance(new IdType(patient))
                .named(operation)
                .withNoParameters(Parameters.class)
                .returnResourceType(Bundle.class)
                .execute();
    }

    private String refused(Caller caller, String patient) {
        return Clinic.refusal(() -> bundle(caller, patient, "$anc-summary"));
    }

    private String pregnancy(String patient) {
        return summary(desk.clinic.midwife, patient).stream()
                .filter(EpisodeOfCare.class::isInstance)
                .map(found -> "EpisodeOfCare/" + found.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }
}
