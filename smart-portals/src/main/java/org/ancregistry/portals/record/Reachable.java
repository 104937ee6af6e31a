package org.ancregistry.portals.record;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * How a woman is reached by text message.
 *
 * @param phone as given
 * @param shared whether others read what comes to it
 * @param agreed whether she said that she may be texted; null when nobody asked her
 * @param language in which she reads, a tag; null when nobody asked
 */
public record Reachable(
        String phone,
        boolean shared,
        @Nullable Boolean agreed,
        @Nullable String language) {

    private static final String AGREED = "https://ancregistry.org/fhir/StructureDefinition/anc-texts-agreed";

    /** Empty where no phone is on record. */
    public static Optional<Reachable> of(Patient patient) {
        return phone(patient)
                .map(phone -> new Reachable(
                        phone.getValue(), phone.getUse() == ContactPointUse.HOME, agreed(patient), language(patient)));
    }

    static Optional<ContactPoint> phone(Patient patient) {
        return patient.getTelecom().stream()
                .filter(point -> point.getSystem() == ContactPointSystem.PHONE && point.hasValue())
                .findFirst();
    }

    private static @Nullable Boolean agreed(Patient patient) {
        var told = patient.getExtensionByUrl(AGREED);
        return (told != null && told.getValue() instanceof BooleanType yes) ? yes.getValue() : null;
    }

    /** The one that she prefers; else the first that she named. */
    static @Nullable String language(Patient patient) {
        return patient.getCommunication().stream()
                .sorted(Comparator.comparing(Patient.PatientCommunicationComponent::getPreferred)
                        .reversed())
                .flatMap(spoken -> spoken.getLanguage().getCoding().stream())
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Masked: a phone number is in no log. */
    @Override
    public String toString() {
        return "Reachable[…]";
    }
}
