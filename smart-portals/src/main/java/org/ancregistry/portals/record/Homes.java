package org.ancregistry.portals.record;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** Reads where a woman lives: by her own word now, and by what somebody vouches for. */
public final class Homes {

    private static final String ASSURANCE = "https://ancregistry.org/fhir/StructureDefinition/anc-identity-assurance";
    private static final Set<String> NOBODY = Set.of("declared", "unknown");

    private Homes() {}

    /** Where she lives now: what she said last, or otherwise the first address on her record. */
    public static Optional<Address> now(Patient patient) {
        return patient.getAddress().stream()
                .filter(address -> address.getUse() == AddressUse.TEMP)
                .findFirst()
                .or(() -> patient.getAddress().stream().findFirst());
    }

    /** What somebody vouches for: an identity provider, or a document that was seen. */
    public static Optional<Address> proven(Patient patient) {
        return patient.getAddress().stream().filter(Homes::isVouchedFor).findFirst();
    }

    /** What she says herself. */
    public static Optional<Address> said(Patient patient) {
        return patient.getAddress().stream()
                .filter(address -> !isVouchedFor(address))
                .findFirst();
    }

    private static boolean isVouchedFor(Address address) {
        return address.getExtensionsByUrl(ASSURANCE).stream()
                .anyMatch(said -> !NOBODY.contains(said.getValue().primitiveValue()));
    }

    /** In one line. */
    public static String text(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        return Stream.concat(
                        address.getLine().stream().map(StringType::getValue),
                        Stream.of(address.getCity(), address.getDistrict(), address.getState()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
