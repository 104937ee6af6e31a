package org.ancregistry.portals.care;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;

/** Nimali's record after her pregnancy ended, in one way or the other. */
final class EndedRecords {

    private static final String BASE = "https://ancregistry.org/fhir/";
    private static final String CONTACT = "Encounter/90";

    private EndedRecords() {}

    /** @param outcome a code of anc-outcome */
    static Bundle of(String outcome) {
        var record = CareUnderTest.record();
        record.getEntry().stream().map(Bundle.BundleEntryComponent::getResource).forEach(resource -> {
            if (resource instanceof EpisodeOfCare pregnancy) {
                end(pregnancy, outcome);
            } else if (resource instanceof Appointment appointment) {
                appointment.setStatus(AppointmentStatus.CANCELLED);
            }
        });
        record.addEntry().setResource(contact());
        if (outcome.startsWith("birth")) {
            record.addEntry()
                    .setResource(
                            child(outcome.equals("birth") ? "baby-outcome-live-birth" : "baby-outcome-stillbirth"));
        }
        return record;
    }

    private static void end(EpisodeOfCare pregnancy, String outcome) {
        pregnancy.setStatus(EpisodeOfCareStatus.FINISHED);
        pregnancy.getPeriod().setStartElement(new DateTimeType("2026-06-01"));
        pregnancy.getPeriod().setEndElement(new DateTimeType("2026-11-20"));
        pregnancy.addExtension(BASE + "StructureDefinition/anc-outcome", new CodeType(outcome));
    }

    private static Encounter contact() {
        var contact = new Encounter()
                .setStatus(EncounterStatus.FINISHED)
                .addEpisodeOfCare(new Reference("EpisodeOfCare/2"))
                .setSubject(new Reference("Patient/1"));
        contact.addType()
                .addCoding()
                .setSystem(BASE + "CodeSystem/anc-contact-type")
                .setCode("outcome");
        contact.getPeriod().setStartElement(new DateTimeType("2026-11-21T09:00:00+05:30"));
        contact.setId(CONTACT);
        return contact;
    }

    private static Observation child(String outcome) {
        var dictionary = BASE + "CodeSystem/anc-dictionary";
        var child = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding(dictionary, "baby-outcome", null)))
                .setEncounter(new Reference(CONTACT))
                .setSubject(new Reference("Patient/1"))
                .setEffective(new DateTimeType("2026-11-21T09:00:00+05:30"))
                .setValue(new CodeableConcept(new Coding(dictionary, outcome, null)));
        child.addExtension(BASE + "StructureDefinition/anc-child", new PositiveIntType(1));
        child.setId("Observation/91");
        return child;
    }
}
