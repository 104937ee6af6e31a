package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Reads who a Patient is. */
final class Women {

    static final String PHN = "https://fhir.health.gov.lk/id/phn";
    static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";
    static final String VERIFIED = "https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified";

    Woman woman(Patient patient) {
        return new Woman(
                RecordReader.reference(patient),
                patient.getName().stream()
                        .filter(HumanName::hasText)
                        .map(Women::name)
                        .toList(),
                phn(patient),
                birthDate(patient),
                verified(patient),
                Homes.now(patient).map(Homes::text).orElse(null),
                Homes.now(patient).map(Address::getCity).orElse(null),
                Reachable.phone(patient).map(ContactPoint::getValue).orElse(null),
                Reachable.language(patient),
                Reachable.of(patient));
    }

    private static Woman.ShownName name(HumanName name) {
        var language = name.getExtensionByUrl(LANGUAGE);
        return new Woman.ShownName(
                name.getText(), language == null ? null : language.getValue().primitiveValue());
    }

    /** The number on her record, or on the one that a supervisor linked to it as hers. */
    private static Optional<Phn> phn(Patient patient) {
        return Stream.concat(
                        patient.getIdentifier().stream(),
                        patient.getLink().stream().map(link -> link.getOther().getIdentifier()))
                .filter(identifier -> PHN.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .flatMap(value -> Phn.parse(value).stream())
                .findFirst();
    }

    /** From the text: a birth date has no time zone, and a Date would lend it one. */
    private static @Nullable LocalDate birthDate(Patient patient) {
        var text = patient.getBirthDateElement().getValueAsString();
        return text == null || text.length() != 10 ? null : LocalDate.parse(text);
    }

    private static boolean verified(Patient patient) {
        return patient.getExtensionByUrl(VERIFIED) != null
                && patient.getExtensionByUrl(VERIFIED).getValue() instanceof BooleanType verified
                && verified.booleanValue();
    }
}
