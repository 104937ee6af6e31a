package org.ancregistry.operations.summary;

import java.time.Instant;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** When what a resource tells was so; when it was stored, where it does not say. */
final class Moment {

    private Moment() {}

    static Instant of(Resource resource) {
        var told = told(resource) instanceof Period period ? period.getStartElement() : told(resource);
        if (told instanceof BaseDateTimeType moment && moment.getValue() != null) {
            return moment.getValue().toInstant();
        }
        var stored = resource.getMeta().getLastUpdated();
        return stored == null ? Instant.EPOCH : stored.toInstant();
    }

    /** As the resource itself tells it. */
    static @Nullable Type told(Resource resource) {
        if (resource instanceof Observation observation) {
            return observation.getEffective();
        }
        if (resource instanceof Encounter contact) {
            return contact.getPeriod().getStartElement();
        }
        if (resource instanceof EpisodeOfCare pregnancy) {
            return pregnancy.getPeriod().getStartElement();
        }
        if (resource instanceof Condition condition) {
            return condition.getRecordedDateElement();
        }
        if (resource instanceof MedicationStatement medicine) {
            return medicine.getEffective();
        }
        if (resource instanceof AllergyIntolerance allergy) {
            return allergy.getRecordedDateElement();
        }
        if (resource instanceof Appointment appointment) {
            return appointment.getStartElement();
        }
        if (resource instanceof Immunization vaccine) {
            return vaccine.getOccurrence();
        }
        if (resource instanceof RiskAssessment assessment) {
            return assessment.getOccurrence();
        }
        return resource instanceof ServiceRequest referral ? referral.getAuthoredOnElement() : null;
    }
}
