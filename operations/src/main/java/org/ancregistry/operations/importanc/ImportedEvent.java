package org.ancregistry.operations.importanc;

import java.util.List;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.inbound.EventSaid;
import org.ancregistry.operations.importanc.Sent.Event;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is written of one event.
 *
 * @param found what was found at it, ready to be stored
 */
record ImportedEvent(Event event, EventSaid said, Encounter contact, List<Resource> found) {

    /** Tells, for each entry that answered a field, which resource came of it. */
    void locate(ImportAnswer answer) {
        answer.stored(event.entry(), contact);
        said.fieldsOf()
                .forEach((entry, fields) -> fields.stream()
                        .map(field -> Dictionary.anc().require(field).primary())
                        .flatMap(code -> found.stream().filter(resource -> isOf(resource, code)))
                        .findFirst()
                        .ifPresent(resource -> answer.stored(entry, resource)));
    }

    private static boolean isOf(Resource resource, Code code) {
        if (resource instanceof Observation observation) {
            return has(observation.getCode(), code)
                    || observation.getComponent().stream().anyMatch(part -> has(part.getCode(), code));
        } else if (resource instanceof MedicationStatement medicine) {
            return has(medicine.getMedicationCodeableConcept(), code);
        }
        return resource instanceof Immunization vaccine && has(vaccine.getVaccineCode(), code);
    }

    private static boolean has(CodeableConcept concept, Code code) {
        return concept.hasCoding(code.system(), code.code());
    }
}
