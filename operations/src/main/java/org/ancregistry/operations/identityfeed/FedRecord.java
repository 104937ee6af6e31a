package org.ancregistry.operations.identityfeed;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What becomes of a record that another registry announced: who she is, and nothing of her care. */
final class FedRecord {

    /** How the id of a link begins that another registry announced; it takes back only those. */
    private static final String ANNOUNCED = "announced-";

    private FedRecord() {}

    /** Begins one. */
    static Patient begun(FedPatient sent) {
        var record = said(sent).setActive(true);
        record.addIdentifier(Phns.identifier(sent.phn()));
        return record;
    }

    /** Takes over what is said now; a record that this registry cares for or verified keeps what it knows itself. */
    static void update(Patient record, FedPatient sent) {
        if (isOurs(record)) {
            return;
        }
        var said = said(sent);
        record.setName(said.getName());
        record.setBirthDateElement(said.getBirthDateElement());
        record.setGenderElement(said.getGenderElement());
        record.setAddress(said.getAddress());
        record.setTelecom(said.getTelecom());
    }

    /** Whether this registry took it over: somebody here cares for her, or knows who she is. */
    static boolean isOurs(Patient record) {
        return record.hasManagingOrganization() || MotherRecord.of(record).isVerified();
    }

    private static Patient said(FedPatient sent) {
        return MotherRecord.begun()
                .fillFrom(PatientDemographics.of(sent.said(), null), Assurance.DECLARED)
                .patient();
    }

    /** Puts one out of use for another, which is found by both numbers from now on. */
    static void replace(Patient record, Patient by, Phn phn) {
        record.setActive(false);
        record.getIdentifier().removeIf(identifier -> Phns.phn(identifier).isPresent());
        record.getLink().removeIf(link -> link.getType() == LinkType.REPLACEDBY);
        record.addLink(link(by, LinkType.REPLACEDBY));
        by.addLink(link(record, LinkType.REPLACES));
        addOld(by, phn);
    }

    static void addOld(Patient record, Phn phn) {
        record.addIdentifier(Phns.identifier(phn).setUse(IdentifierUse.OLD));
    }

    /** Takes that back. */
    static void bringBack(Patient record, Phn phn) {
        record.setActive(true);
        record.getLink().removeIf(link -> link.getType() == LinkType.REPLACEDBY);
        record.addIdentifier(Phns.identifier(phn));
    }

    /** The other side of taking it back. */
    static void release(Patient from, @Nullable String record, Phn phn) {
        from.getLink()
                .removeIf(link -> link.getType() == LinkType.REPLACES
                        && String.valueOf(record).equals(link.getOther().getReference()));
        from.getIdentifier()
                .removeIf(identifier -> identifier.getUse() == IdentifierUse.OLD
                        && Phns.phn(identifier).filter(phn::equals).isPresent());
    }

    /** Links that name a number; those to records of the same registry lead to them, too. What was linked here stays. */
    static void link(Patient record, List<PatientLinkComponent> alike, Function<Phn, @Nullable String> sameRegistrys) {
        record.getLink().removeIf(FedRecord::isAnnounced);
        UnaryOperator<PatientLinkComponent> here = sent -> {
            var other = new Reference().setIdentifier(sent.getOther().getIdentifier());
            FedPatient.number(sent).map(sameRegistrys).ifPresent(other::setReference);
            var link = new PatientLinkComponent().setType(sent.getType()).setOther(other);
            link.setId(ANNOUNCED + record.getLink().size());
            return link;
        };
        alike.stream()
                .filter(sent -> record.getLink().stream().noneMatch(link -> isOfOneNumber(link, sent)))
                .map(here)
                .forEach(record::addLink);
    }

    /** Links that are made here have no id, and always name a record. */
    private static boolean isAnnounced(PatientLinkComponent link) {
        var alike = link.getType() == LinkType.REFER || link.getType() == LinkType.SEEALSO;
        var marked = link.hasId() && link.getId().startsWith(ANNOUNCED);
        return alike && (marked || !link.getOther().hasReference());
    }

    private static boolean isOfOneNumber(PatientLinkComponent one, PatientLinkComponent other) {
        return FedPatient.number(one).isPresent() && FedPatient.number(one).equals(FedPatient.number(other));
    }

    private static PatientLinkComponent link(Patient to, LinkType type) {
        return new PatientLinkComponent()
                .setOther(new Reference(Canon.referenceTo(to)))
                .setType(type);
    }
}
