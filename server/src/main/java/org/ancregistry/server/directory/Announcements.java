package org.ancregistry.server.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * What the directory is told of a record's numbers: who holds each, and which one took the place of an old one. Nothing of
 * her care, no national ID and no identifier but the number leaves with it.
 *
 * @see <a href="https://profiles.ihe.net/ITI/PIXm/ITI-104.html">IHE PIXm, ITI-104</a>
 */
final class Announcements {

    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";

    private Announcements() {}

    /** For each number on the record, what is said of it. */
    static Map<Phn, Patient> of(Patient record) {
        var all = new LinkedHashMap<Phn, Patient>();
        Phns.of(record).ifPresent(current -> {
            all.put(current, holder(record, current));
            Phns.old(record).forEach(old -> all.put(old, replaced(old, current)));
        });
        return all;
    }

    /** One transaction with a conditional update in it, so that the number stands in no address. */
    static Bundle message(Phn phn, Patient said) {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(said)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Patient?identifier=" + Phns.SYSTEM + "|" + phn.value());
        return bundle;
    }

    private static Patient holder(Patient record, Phn phn) {
        var said = who(record).setActive(!record.hasActive() || record.getActive());
        said.addIdentifier(Phns.identifier(phn));
        record.getLink().stream()
                .filter(link -> link.getType() == LinkType.REFER || link.getType() == LinkType.SEEALSO)
                .map(PatientLinkComponent::getOther)
                .filter(other -> Phns.SYSTEM.equals(other.getIdentifier().getSystem()))
                .forEach(other -> said.addLink(link(LinkType.SEEALSO, other.getIdentifier())));
        return said;
    }

    /** Who somebody is, without any number or where it is known from. */
    static Patient who(Patient record) {
        var said = new Patient().setGender(record.getGender()).setBirthDate(record.getBirthDate());
        record.getName().forEach(name -> said.addName(bare(name.copy())));
        record.getTelecom().forEach(point -> said.addTelecom(bare(point.copy())));
        record.getAddress().forEach(address -> said.addAddress(bare(address.copy())));
        return said;
    }

    private static Patient replaced(Phn old, Phn by) {
        var said = new Patient().setActive(false);
        said.addIdentifier(Phns.identifier(old).setUse(IdentifierUse.OLD));
        return said.addLink(link(LinkType.REPLACEDBY, Phns.identifier(by)));
    }

    private static PatientLinkComponent link(LinkType type, Identifier number) {
        var other = new Reference()
                .setIdentifier(new Identifier().setSystem(number.getSystem()).setValue(number.getValue()));
        return new PatientLinkComponent().setType(type).setOther(other);
    }

    /** Who vouches for a detail is this registry's own affair. */
    private static <E extends Element> E bare(E detail) {
        detail.getExtension().removeIf(extension -> !LANGUAGE.equals(extension.getUrl()));
        return detail;
    }
}
