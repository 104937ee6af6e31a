package org.ancregistry.operations.importanc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.Fingerprint;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads the mother of a Bundle: which details can be believed as they are sent, and what she is called for ever there. */
final class SentMother {

    static final String REGISTRATION_NUMBER = "urn:dhis2:anc:regno";

    private static final Pattern TRACKED_ENTITY = Pattern.compile("urn:uuid:([A-Za-z][A-Za-z0-9]{10})");
    private static final String IDENTIFIER = "resource.identifier";

    private final Findings findings;

    SentMother(Findings findings) {
        this.findings = findings;
    }

    /** The mother; empty when nothing says for ever who she is, which is then among the findings. */
    Optional<Sent.Mother> read(int entry, BundleEntryComponent sent) {
        var patient = (Patient) sent.getResource();
        var phn = phn(patient);
        var source = source(sent, patient, phn);
        if (source.isEmpty()) {
            findings.add(
                    entry,
                    Kind.MOTHER_UNCLEAR,
                    IDENTIFIER,
                    "She has no PHN, no registration number and no id of her own.");
            return Optional.empty();
        }
        return Optional.of(new Sent.Mother(entry, source.get(), person(entry, patient), phn, false));
    }

    private static @Nullable String phn(Patient patient) {
        return identifiers(patient)
                .filter(identifier -> Phns.SYSTEM.equals(SentReferences.system(identifier.getSystem())))
                .map(Identifier::getValue)
                .filter(value -> !value.isBlank() && !value.equals("null"))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Identifier> identifiers(Patient patient) {
        return patient.getIdentifier().stream().filter(identifier -> identifier.hasSystem() && identifier.hasValue());
    }

    /** A tracked entity's id names her for ever; a PHN and a registration number are typed and may be corrected. */
    private static Optional<String> source(BundleEntryComponent sent, Patient patient, @Nullable String phn) {
        var tracked = TRACKED_ENTITY.matcher(String.valueOf(sent.getFullUrl()));
        if (tracked.matches()) {
            return Optional.of("mother/" + tracked.group(1));
        }
        return Optional.ofNullable(phn)
                .map(number -> "mother/phn/" + number)
                .or(() -> registrationNumber(patient)
                        .map(identifier -> "mother/regno/" + Fingerprint.of(List.of(identifier.getValue()))))
                .filter(source -> source.length() <= 100);
    }

    /** The number of that system; somebody may have typed her national ID number into its box, which is kept nowhere. */
    static Optional<Identifier> registrationNumber(Patient patient) {
        return identifiers(patient)
                .filter(identifier -> REGISTRATION_NUMBER.equals(identifier.getSystem()))
                .filter(identifier -> !TypedNationalId.mayBe(identifier.getValue()))
                .findFirst();
    }

    private Patient person(int entry, Patient sent) {
        var person = new Patient();
        sent.getIdentifier().forEach(identifier -> identifier(entry, identifier).ifPresent(person::addIdentifier));
        sent.getName().forEach(name -> name(entry, name).ifPresent(person::addName));
        person.setGender(sent.getGender());
        person.setBirthDateElement(sent.getBirthDateElement().copy());
        sent.getTelecom().forEach(point -> person.addTelecom(point.copy()));
        sent.getAddress().stream()
                .findFirst()
                .flatMap(address -> address(entry, address))
                .ifPresent(person::addAddress);
        if (sent.hasExtension()) {
            findings.add(entry, Kind.DETAIL_LEFT_OUT, "resource.extension", "Extensions are not taken over.");
        }
        return person;
    }

    /** Only the registration number stays on the record; her national ID number is hashed and kept nowhere. */
    private Optional<Identifier> identifier(int entry, Identifier identifier) {
        var system = String.valueOf(identifier.getSystem());
        if (system.equals(REGISTRATION_NUMBER) || Phns.SYSTEM.equals(SentReferences.system(system))) {
            return Optional.of(identifier);
        }
        findings.add(
                entry,
                Kind.DETAIL_LEFT_OUT,
                IDENTIFIER,
                TypedNationalId.isOf(identifier)
                        ? "Her national ID number serves for matching, as a hash, and is not stored."
                        : "An identifier is not taken over: it is not hers here.");
        return TypedNationalId.isOf(identifier) ? Optional.of(identifier) : Optional.empty();
    }

    /** The agent takes the last word for the family name, which often is an initial: the whole is what she said. */
    private Optional<HumanName> name(int entry, HumanName name) {
        var whole = name.hasText() ? name.getText() : name.getNameAsSingleString();
        if (whole == null || whole.isBlank()) {
            return Optional.empty();
        }
        if (name.hasFamily() || name.hasGiven()) {
            findings.add(entry, Kind.DETAIL_KEPT_WHOLE, "resource.name", "Her name is kept as a whole, not split.");
        }
        return Optional.of(new HumanName().setText(whole.strip()));
    }

    /** The agent cuts at commas, wherever they stand. */
    private Optional<Address> address(int entry, Address address) {
        var place = Stream.of(address.getPostalCode(), address.getCity())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var parts = Stream.of(
                        address.getLine().stream().map(PrimitiveType::getValue).toList(),
                        List.of(
                                place,
                                text(address.getDistrict()),
                                text(address.getState()),
                                text(address.getCountry())))
                .flatMap(List::stream)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        findings.add(entry, Kind.DETAIL_KEPT_WHOLE, "resource.address", "Her address is kept as a whole, not split.");
        return Optional.of(new Address().setText(parts));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
