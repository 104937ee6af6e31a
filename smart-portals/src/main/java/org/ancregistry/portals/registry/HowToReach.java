package org.ancregistry.portals.registry;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ancregistry.portals.record.Homes;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * How a woman is reached, as her record says it.
 *
 * @param mother who she is
 * @param version of her record
 * @param phone as given
 * @param shared whether others read what is sent to it
 * @param language a tag
 * @param contact whom to call for her
 * @param proven the address that somebody vouches for, in one line
 * @param home where she lives now by her own word; null where nothing but a proven address is known
 * @param area {@code Organization/…} whose midwife cares for her
 */
public record HowToReach(
        Mother mother,
        String version,
        @Nullable String phone,
        boolean shared,
        @Nullable String language,
        Declared.@Nullable Contact contact,
        @Nullable String proven,
        @Nullable Home home,
        @Nullable String area) {

    /**
     * Where she lives now.
     *
     * @param lines as she says it
     * @param village or town, as far as it is known apart from the rest
     * @param text all of it in one line
     */
    public record Home(
            @Nullable String lines,
            @Nullable String village,
            @Nullable String text) {}

    static HowToReach of(Patient patient) {
        var phone = phone(patient.getTelecom());
        var said = Homes.said(patient);
        return new HowToReach(
                Mothers.mother(patient),
                patient.getMeta().getVersionId(),
                phone == null ? null : phone.getValue(),
                phone != null && phone.getUse() == ContactPointUse.HOME,
                language(patient),
                patient.getContact().stream()
                        .map(HowToReach::contact)
                        .findFirst()
                        .orElse(null),
                Homes.proven(patient).map(Homes::text).orElse(null),
                said.map(HowToReach::home).orElse(null),
                patient.getManagingOrganization().getReference());
    }

    private static @Nullable ContactPoint phone(List<ContactPoint> points) {
        return points.stream()
                .filter(point -> point.getSystem() == ContactPointSystem.PHONE)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String language(Patient patient) {
        return patient.getCommunication().stream()
                .sorted((one, other) -> Boolean.compare(other.getPreferred(), one.getPreferred()))
                .flatMap(spoken -> spoken.getLanguage().getCoding().stream())
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Declared.Contact contact(ContactComponent contact) {
        var phone = phone(contact.getTelecom());
        var name = contact.getName();
        return new Declared.Contact(
                name.hasText() ? name.getText() : name.isEmpty() ? null : name.getNameAsSingleString(),
                phone == null ? null : phone.getValue());
    }

    private static Home home(Address address) {
        var lines = address.hasLine()
                ? address.getLine().stream().map(StringType::getValue).collect(Collectors.joining("\n"))
                : address.getText();
        return new Home(lines, address.getCity(), Homes.text(address));
    }

    /** Names nobody: how somebody is reached is in no log. */
    @Override
    public String toString() {
        return "HowToReach[" + mother.id() + "]";
    }
}
