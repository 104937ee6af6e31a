package org.ancregistry.portals.registry;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * What a woman says of herself. Each part may be absent, because her national ID says it better or because she was not
 * asked; the registry marks whatever it takes from here as declared.
 *
 * @param name whole, as she gives it
 * @param birthDate an ISO date; 1 January stands for a year that was worked out of her age
 * @param language {@code si}, {@code ta} or {@code en}
 * @param texts whether she may be sent text messages
 */
public record Declared(
        @Nullable String name,
        @Nullable String birthDate,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String language,
        @Nullable Contact contact,
        @Nullable Boolean texts) {

    private static final String TEXTS_AGREED = "https://ancregistry.org/fhir/StructureDefinition/anc-texts-agreed";

    /** Somebody to call for her. */
    public record Contact(@Nullable String name, @Nullable String phone) {}

    Patient patient() {
        var patient = new Patient();
        patient.setGender(AdministrativeGender.FEMALE);
        if (name != null) {
            patient.addName().setText(name);
        }
        if (birthDate != null) {
            patient.setBirthDateElement(new DateType(birthDate));
        }
        if (phone != null) {
            patient.addTelecom(phone(phone));
        }
        if (address != null) {
            patient.addAddress(new Address().setText(address));
        }
        if (language != null) {
            var spoken = new CodeableConcept(new Coding("urn:ietf:bcp:47", language, null));
            patient.addCommunication().setLanguage(spoken).setPreferred(true);
        }
        if (contact != null) {
            addContact(patient, contact);
        }
        if (texts != null) {
            patient.addExtension(TEXTS_AGREED, new BooleanType(texts));
        }
        return patient;
    }

    private static void addContact(Patient patient, Contact contact) {
        var added = patient.addContact();
        if (contact.name() != null) {
            added.getName().setText(contact.name());
        }
        if (contact.phone() != null) {
            added.addTelecom(phone(contact.phone()));
        }
    }

    private static ContactPoint phone(String number) {
        return new ContactPoint()
                .setSystem(ContactPoint.ContactPointSystem.PHONE)
                .setValue(number);
    }

    /** Masked: who somebody is is in no log. */
    @Override
    public String toString() {
        return "Declared[…]";
    }
}
