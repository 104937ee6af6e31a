package org.ancregistry.operations.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/**
 * Of whom, where, when and by whom something was found.
 *
 * @param patient reference to the mother
 * @param encounter reference to the contact
 * @param when the contact's date and time, with its zone
 * @param performer {@code Practitioner/…}
 * @param judged when the contact took place whose findings are judged: an earlier one, when something is added to it
 */
public record ContactContext(
        String patient, String encounter, DateTimeType when, String performer, DateTimeType judged) {

    public ContactContext(String patient, String encounter, DateTimeType when, String performer) {
        this(patient, encounter, when, performer, when);
    }

    /** The same, of something that is added to a contact of that moment. */
    public ContactContext judging(DateTimeType contact) {
        return new ContactContext(patient, encounter, when, performer, contact);
    }

    Reference subject() {
        return new Reference(patient);
    }

    Reference contact() {
        return new Reference(encounter);
    }

    Reference by() {
        return new Reference(performer);
    }

    Date at() {
        return when.getValue();
    }

    DateTimeType dateTime() {
        return when.copy();
    }
}
