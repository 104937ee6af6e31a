package org.ancregistry.operations.fhir;

import java.util.ArrayList;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PhoneNumber;
import org.ancregistry.domain.person.PostalAddress;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Writes a mother's details into her record, each with its source, and never a detail over a better one. */
public final class MotherRecord {

    private static final String VERIFIED = Canon.extension("anc-identity-verified");
    private static final String TEXTS_AGREED = Canon.extension("anc-texts-agreed");

    private final Patient patient;

    private MotherRecord(Patient patient) {
        this.patient = patient;
    }

    public static MotherRecord begun() {
        return new MotherRecord(Canon.begun(new Patient(), "anc-mother")).verified(false);
    }

    public static MotherRecord of(Patient patient) {
        return new MotherRecord(patient);
    }

    public Patient patient() {
        return patient;
    }

    /** Whether somebody vouches for who she is. */
    public boolean isVerified() {
        return patient.getExtensionByUrl(VERIFIED) != null
                && patient.getExtensionByUrl(VERIFIED).getValue() instanceof BooleanType said
                && said.booleanValue();
    }

    /** What an identity provider said replaces what was only declared; a name in use till now is kept as an old one. */
    public MotherRecord verifiedBy(Demographics verified, Assurance assurance) {
        if (!isVerified()) {
            replaceDeclared(verified);
        }
        return fillFrom(verified, assurance).verified(true);
    }

    /** A phone number or address that the provider knows, too, is vouched for from now on. */
    public MotherRecord confirmedBy(Demographics verified, Assurance assurance) {
        var before = PatientDemographics.of(patient, null);
        var phone = verified.phone();
        if (phone != null && before.phone() != null && samePhone(phone, before.phone())) {
            patient.getTelecom().stream()
                    .filter(point -> point.getSystem() == ContactPointSystem.PHONE)
                    .forEach(point -> vouchedFor(point, assurance));
        }
        if (verified.address() != null && before.address() != null && same(verified.address(), before.address())) {
            movedTo(verified.address(), assurance);
        }
        return this;
    }

    private static void vouchedFor(ContactPoint point, Assurance assurance) {
        point.getExtension().removeIf(Assurance::isIn);
        assurance.on(point);
    }

    private static boolean samePhone(String one, String other) {
        return PhoneNumber.parse(one).equals(PhoneNumber.parse(other));
    }

    private static boolean same(PostalAddress one, PostalAddress other) {
        return one.text() != null && one.text().equalsIgnoreCase(other.text());
    }

    private void replaceDeclared(Demographics verified) {
        if (!verified.names().isEmpty()) {
            patient.getName().forEach(name -> name.setUse(NameUse.OLD));
        }
        if (verified.birthDate() != null) {
            patient.setBirthDateElement(null);
        }
        if (verified.gender() != null) {
            patient.setGenderElement(null);
        }
    }

    /** Takes from a source what the record lacks. */
    public MotherRecord fillFrom(Demographics source, Assurance assurance) {
        if (patient.getName().stream().allMatch(name -> name.getUse() == NameUse.OLD)) {
            addNames(source, assurance);
        }
        if (!patient.hasBirthDate() && source.birthDate() != null) {
            patient.setBirthDateElement(
                    assurance.on(new DateType(source.birthDate().toString())));
        }
        if (!patient.hasGender() && source.gender() != null) {
            patient.setGender(AdministrativeGender.valueOf(source.gender().name()));
            assurance.on(patient.getGenderElement());
        }
        if (!patient.hasAddress() && source.address() != null) {
            patient.addAddress(address(source.address(), assurance));
        }
        addTelecom(ContactPointSystem.PHONE, source.phone(), assurance);
        addTelecom(ContactPointSystem.EMAIL, source.email(), assurance);
        return this;
    }

    private void addNames(Demographics source, Assurance assurance) {
        var names = new ArrayList<HumanName>();
        source.names().forEach(name -> names.add(name(name, assurance)));
        names.stream().findFirst().ifPresent(name -> name.setUse(NameUse.OFFICIAL));
        names.addAll(patient.getName());
        patient.setName(names);
    }

    /** She moved: the address of the source counts from now on. */
    public MotherRecord movedTo(PostalAddress address, Assurance assurance) {
        patient.getAddress().clear();
        patient.addAddress(address(address, assurance));
        return this;
    }

    /** Languages, the people to call for her and whether she may be texted, as the midwife wrote them down. */
    public MotherRecord withContactsOf(Patient typed) {
        if (typed.hasCommunication()) {
            patient.setCommunication(typed.copy().getCommunication());
        }
        if (typed.hasContact()) {
            patient.setContact(typed.copy().getContact());
        }
        if (typed.getExtensionByUrl(TEXTS_AGREED) != null) {
            patient.getExtension().removeIf(extension -> TEXTS_AGREED.equals(extension.getUrl()));
            patient.addExtension(typed.getExtensionByUrl(TEXTS_AGREED).copy());
        }
        return this;
    }

    /** Her phone is somebody else's too: a message to it may be read by others. */
    public MotherRecord phoneIsShared() {
        patient.getTelecom().stream()
                .filter(point -> point.getSystem() == ContactPointSystem.PHONE)
                .forEach(point -> point.setUse(ContactPointUse.HOME));
        return this;
    }

    public MotherRecord caredForBy(String area) {
        patient.setManagingOrganization(new Reference(area));
        return this;
    }

    private MotherRecord verified(boolean yes) {
        patient.getExtension().removeIf(extension -> VERIFIED.equals(extension.getUrl()));
        patient.addExtension(VERIFIED, new BooleanType(yes));
        return this;
    }

    private void addTelecom(ContactPointSystem system, @Nullable String value, Assurance from) {
        var known = patient.getTelecom().stream().anyMatch(point -> point.getSystem() == system);
        if (!known && value != null) {
            var point = new ContactPoint().setSystem(system).setValue(value);
            if (system == ContactPointSystem.PHONE) {
                point.setUse(ContactPointUse.MOBILE);
            }
            patient.addTelecom(from.on(point));
        }
    }

    private static HumanName name(PersonName source, Assurance assurance) {
        var name = new HumanName().setText(source.text()).setFamily(source.family());
        if (source.given() != null) {
            name.addGiven(source.given());
        }
        if (source.language() != null) {
            name.addExtension(PatientDemographics.LANGUAGE, new CodeType(source.language()));
        }
        return assurance.on(name);
    }

    private static Address address(PostalAddress source, Assurance assurance) {
        var address = new Address()
                .setText(source.text())
                .setCity(source.locality())
                .setState(source.region())
                .setPostalCode(source.postalCode())
                .setCountry(source.country());
        if (source.street() != null) {
            address.addLine(source.street());
        }
        return assurance.on(address);
    }
}
