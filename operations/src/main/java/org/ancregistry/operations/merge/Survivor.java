package org.ancregistry.operations.merge;

import org.ancregistry.operations.MergeLedger.Merged;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * What a merge does to the two Patients. What the surviving one says of the woman stays as it is; of the other it takes the
 * identifiers, as old ones, by which she is still found.
 */
final class Survivor {

    private Survivor() {}

    static void join(Patient source, Patient target, Merged merged) {
        removeLinks(source, target);
        removeLinks(target, source);
        source.setActive(false);
        source.addLink(link(target, LinkType.REPLACEDBY));
        target.addLink(link(source, LinkType.REPLACES));
        source.getIdentifier().stream()
                .filter(identifier -> !has(target, identifier))
                .map(identifier -> taken(identifier, merged))
                .toList()
                .forEach(target::addIdentifier);
        source.getIdentifier().removeIf(Survivor::isNumber);
    }

    /** Her number is the other record's where that had none; everything else is an old name of hers. */
    private static Identifier taken(Identifier identifier, Merged merged) {
        var taken = identifier.copy();
        var current = merged.phnMoved() && isNumber(identifier) && identifier.getUse() != IdentifierUse.OLD;
        return current ? taken : taken.setUse(IdentifierUse.OLD);
    }

    /**
     * Takes from the surviving Patient what {@link #join} gave it, and nothing that came to it since.
     *
     * @param source as it was before
     * @param before the surviving one as it was before
     */
    static void part(Patient target, Patient source, Patient before) {
        removeLinks(target, source);
        before.getLink().stream()
                .filter(link -> refersTo(link, source))
                .map(PatientLinkComponent::copy)
                .toList()
                .forEach(target::addLink);
        source.getIdentifier().stream()
                .filter(identifier -> !has(before, identifier))
                .toList()
                .forEach(identifier -> target.getIdentifier().removeIf(one -> same(one, identifier)));
    }

    private static boolean has(Patient record, Identifier identifier) {
        return record.getIdentifier().stream().anyMatch(one -> same(one, identifier));
    }

    private static boolean same(Identifier one, Identifier other) {
        return String.valueOf(one.getSystem()).equals(String.valueOf(other.getSystem()))
                && String.valueOf(one.getValue()).equals(String.valueOf(other.getValue()));
    }

    private static boolean isNumber(Identifier identifier) {
        return Phns.SYSTEM.equals(identifier.getSystem());
    }

    private static PatientLinkComponent link(Patient to, LinkType type) {
        return new PatientLinkComponent()
                .setOther(new Reference(Canon.referenceTo(to)))
                .setType(type);
    }

    private static void removeLinks(Patient from, Patient to) {
        from.getLink().removeIf(link -> refersTo(link, to));
    }

    private static boolean refersTo(PatientLinkComponent link, Patient to) {
        return Canon.referenceTo(to).equals(link.getOther().getReference());
    }
}
