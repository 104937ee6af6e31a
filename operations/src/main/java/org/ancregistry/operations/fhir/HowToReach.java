package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.person.PhoneNumber;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.jspecify.annotations.Nullable;

/**
 * How a woman is reached: her phone, the person to call for her, her language, and where she lives now. An address that
 * somebody vouches for stays what it is; where she lives now stands beside it as a temporary one, with her word as its source.
 * Each change says whether anything is otherwise than before.
 */
public final class HowToReach {

    private final Patient patient;

    public HowToReach(Patient patient) {
        this.patient = patient;
    }

    /** Whom to call for her. */
    public record Person(@Nullable String name, @Nullable String phone) {

        /** Masked: who somebody is is in no log. */
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** Where she lives now: what she said last, or otherwise the first address on her record. */
    public static Optional<Address> home(Patient patient) {
        return patient.getAddress().stream()
                .filter(address -> address.getUse() == AddressUse.TEMP)
                .findFirst()
                .or(() -> patient.getAddress().stream().findFirst());
    }

    public @Nullable String phone() {
        return phones().map(ContactPoint::getValue).findFirst().orElse(null);
    }

    private Stream<ContactPoint> phones() {
        return patient.getTelecom().stream().filter(HowToReach::isPhone);
    }

    private static boolean isPhone(ContactPoint point) {
        return point.getSystem() == ContactPointSystem.PHONE;
    }

    /** Who was reached at another number is so no longer; the same number keeps who vouches for it. */
    public boolean isCalledAt(String number) {
        var before = phones().findFirst().orElse(null);
        if (before != null
                && PhoneNumber.parse(number)
                        .equals(PhoneNumber.parse(Objects.requireNonNullElse(before.getValue(), "")))) {
            return false;
        }
        var point = Assurance.DECLARED.on(
                phone(number).setUse(before == null || !before.hasUse() ? ContactPointUse.MOBILE : before.getUse()));
        if (before == null) {
            patient.addTelecom(point);
        } else {
            patient.getTelecom().set(patient.getTelecom().indexOf(before), point);
        }
        return true;
    }

    public boolean hasNoPhone() {
        return patient.getTelecom().removeIf(HowToReach::isPhone);
    }

    /** Whether others read what is sent to her phone. */
    public boolean sharesPhone(boolean shared) {
        var use = shared ? ContactPointUse.HOME : ContactPointUse.MOBILE;
        var otherwise = phones().filter(point -> point.getUse() != use).toList();
        otherwise.forEach(point -> point.setUse(use));
        return !otherwise.isEmpty();
    }

    /** The language that she prefers; others that she speaks stay beside it. */
    public boolean speaks(String tag) {
        var before = patient.getCommunication().stream().findFirst();
        if (before.filter(spoken -> spoken.getPreferred() && isTag(spoken.getLanguage(), tag))
                .isPresent()) {
            return false;
        }
        var others = patient.getCommunication().stream()
                .filter(spoken -> !isTag(spoken.getLanguage(), tag))
                .skip(
                        before.filter(Patient.PatientCommunicationComponent::getPreferred)
                                        .isPresent()
                                ? 1
                                : 0)
                .toList();
        var language = new CodeableConcept();
        language.addCoding().setSystem("urn:ietf:bcp:47").setCode(tag);
        patient.setCommunication(null);
        patient.addCommunication().setLanguage(language).setPreferred(true);
        others.forEach(spoken -> patient.addCommunication(spoken.setPreferred(false)));
        return true;
    }

    private static boolean isTag(CodeableConcept language, String tag) {
        return language.getCoding().stream().anyMatch(coding -> tag.equals(coding.getCode()));
    }

    /** The first of those to call for her; further ones stay. */
    public boolean isCalledForBy(Person person) {
        var before = patient.getContact().stream().findFirst().orElse(null);
        if (before != null && person.equals(person(before))) {
            return false;
        }
        var now = new ContactComponent();
        if (person.name() != null) {
            now.getName().setText(person.name());
        }
        if (person.phone() != null) {
            now.addTelecom(phone(person.phone()));
        }
        if (before == null) {
            patient.addContact(now);
            return true;
        }
        if (Objects.equals(person.name(), person(before).name())) {
            now.setRelationship(before.getRelationship());
        }
        patient.getContact().set(0, now);
        return true;
    }

    public boolean isCalledForByNobody() {
        var before = !patient.getContact().isEmpty();
        patient.setContact(null);
        return before;
    }

    private static Person person(ContactComponent contact) {
        var name = contact.getName();
        return new Person(
                name.hasText() ? name.getText() : name.isEmpty() ? null : name.getNameAsSingleString(),
                contact.getTelecom().stream()
                        .filter(HowToReach::isPhone)
                        .map(ContactPoint::getValue)
                        .findFirst()
                        .orElse(null));
    }

    public boolean livesAt(Home home) {
        var now = home.address();
        var proven = proven();
        if (proven.stream().anyMatch(address -> now.getText().equalsIgnoreCase(address.getText()))) {
            return livesAsProven();
        }
        var said = patient.getAddress().stream()
                .filter(address -> !proven.contains(address))
                .findFirst();
        if (said.filter(address -> isSame(now, address)).isPresent()) {
            return false;
        }
        patient.getAddress().retainAll(proven);
        patient.addAddress(Assurance.DECLARED.on(proven.isEmpty() ? now : now.setUse(AddressUse.TEMP)));
        return true;
    }

    private static boolean isSame(Address one, Address other) {
        return Objects.equals(one.getText(), other.getText()) && Objects.equals(one.getCity(), other.getCity());
    }

    /** What somebody vouches for is all that is known of where she lives. */
    public boolean livesAsProven() {
        var proven = proven();
        return patient.getAddress().removeIf(address -> !proven.contains(address));
    }

    private List<Address> proven() {
        return patient.getAddress().stream().filter(Assurance::isVouchedFor).toList();
    }

    private static ContactPoint phone(String number) {
        return new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue(number);
    }
}
