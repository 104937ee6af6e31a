package org.ancregistry.operations.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** What a Patient resource says of a person, as the values that are compared. */
public final class PatientDemographics {

    static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";

    private PatientDemographics() {}

    /**
     * Reads a record or the details that a midwife typed.
     *
     * @param nationalId what is kept of her number beside the record
     */
    public static Demographics of(Patient patient, @Nullable NationalIdHashes nationalId) {
        return new Demographics(
                names(patient),
                birthDate(patient),
                patient.hasGender() ? Gender.valueOf(patient.getGender().name()) : null,
                patient.hasAddress() ? address(patient.getAddressFirstRep()) : null,
                telecom(patient, ContactPointSystem.PHONE),
                telecom(patient, ContactPointSystem.EMAIL),
                nationalId);
    }

    /** The same for looking for her among all: at the place where she lives now, whatever address was verified. */
    public static Demographics found(Patient patient, @Nullable NationalIdHashes nationalId) {
        var said = of(patient, nationalId);
        return new Demographics(
                said.names(),
                said.birthDate(),
                said.gender(),
                HowToReach.home(patient).map(PatientDemographics::address).orElse(null),
                said.phone(),
                said.email(),
                nationalId);
    }

    /** The whole birth date; a year alone is none. */
    public static @Nullable LocalDate birthDate(Patient patient) {
        var written = patient.getBirthDateElement().getValueAsString();
        return written == null || written.length() != "2000-01-01".length() ? null : LocalDate.parse(written);
    }

    private static List<PersonName> names(Patient patient) {
        return patient.getName().stream().flatMap(name -> name(name).stream()).toList();
    }

    private static Optional<PersonName> name(HumanName name) {
        var text = name.hasText() ? name.getText() : name.getNameAsSingleString();
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var language = name.getExtensionString(LANGUAGE);
        var given = name.hasGiven() ? name.getGivenAsSingleString() : null;
        return Optional.of(new PersonName(text, language, given, name.hasFamily() ? name.getFamily() : null));
    }

    private static PostalAddress address(Address address) {
        return new PostalAddress(
                address.getText(),
                address.hasLine() ? address.getLine().get(0).getValue() : null,
                address.getCity(),
                address.getState(),
                address.getPostalCode(),
                address.getCountry());
    }

    private static @Nullable String telecom(Patient patient, ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(point -> point.getSystem() == system && point.hasValue())
                .map(point -> point.getValue())
                .findFirst()
                .orElse(null);
    }
}
