package org.ancregistry.portals.record;

import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Organization;

/** The number of an area or a facility: it stays when the midwife who answers it changes. */
public final class WorkPhone {

    private WorkPhone() {}

    /** As it was typed; empty where none is known. */
    public static Optional<String> of(Organization unit) {
        return unit.getTelecom().stream()
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE)
                .map(ContactPoint::getValue)
                .filter(number -> number != null && !number.isBlank())
                .findFirst();
    }
}
