package org.ancregistry.operations.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * Two records of one woman that know of each other. The later one refers to the earlier, which sees the later also; each
 * keeps what it has, so that taking the link back leaves both as they were.
 */
public final class LinkedRecords {

    private LinkedRecords() {}

    public static void join(Patient later, Patient earlier) {
        part(later, earlier);
        later.addLink(link(earlier, LinkType.REFER));
        earlier.addLink(link(later, LinkType.SEEALSO));
    }

    public static void part(Patient one, Patient other) {
        remove(one, other);
        remove(other, one);
    }

    /** {@code Patient/…} to which the record refers as the same woman's earlier one. */
    public static Optional<String> any(Patient record) {
        return record.getLink().stream()
                .filter(link -> link.getType() == LinkType.REFER)
                .map(link -> link.getOther().getReference())
                .findFirst();
    }

    private static PatientLinkComponent link(Patient to, LinkType type) {
        return new PatientLinkComponent()
                .setOther(new Reference(Canon.referenceTo(to)))
                .setType(type);
    }

    private static void remove(Patient from, Patient link) {
        var reference = Canon.referenceTo(link);
        from.getLink().removeIf(one -> reference.equals(one.getOther().getReference()));
    }
}
