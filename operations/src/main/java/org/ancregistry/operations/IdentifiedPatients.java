package org.ancregistry.operations;

import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/** Records by a number that stands on them. */
@FunctionalInterface
public interface IdentifiedPatients {

    /** The record in use that has this identifier; empty when none has, or several have. */
    Optional<Patient> by(String system, String value);
}
