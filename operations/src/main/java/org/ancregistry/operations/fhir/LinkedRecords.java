package org.ancregistry.operations.fhir;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * Two records of one woman that know of each other. The later one refers to the earlier, which sees the later also; each
 * keeps what it has, so that taking the link back leaves both as they were. The link names the number under which the woman
 * is known on the other side: a record without a number of its own is found by that one.
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

    /** {@code Patient/…} of every record that this one is linked to, in either direction. */
    public static Set<String> all(Patient record) {
        return record.getLink().stream()
                .map(link -> link.getOther().getReference())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the same woman has another record beside this one; what was merged into it is none. */
    public static boolean isOneOfSeveral(Patient record) {
        return record.getLink().stream()
                .anyMatch(link -> link.getType() == LinkType.REFER || link.getType() == LinkType.SEEALSO);
    }

    private static PatientLinkComponent link(Patient to, LinkType type) {
        var other = new Reference(Canon.referenceTo(to));
        Phns.ofWoman(to).map(Phns::identifier).ifPresent(other::setIdentifier);
        return new PatientLinkComponent().setOther(other).setType(type);
    }

    private static void remove(Patient from, Patient link) {
        var reference = Canon.referenceTo(link);
        from.getLink().removeIf(one -> reference.equals(one.getOther().getReference()));
    }
}
