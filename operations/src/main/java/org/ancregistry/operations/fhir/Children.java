package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Resource;

/** Which of the children of one birth a finding is about. */
public final class Children {

    private static final String CHILD = Canon.extension("anc-child");

    private Children() {}

    /** Which child a finding is about; empty for what is about the mother. */
    public static Optional<Integer> number(DomainResource finding) {
        return Optional.ofNullable(finding.getExtensionByUrl(CHILD))
                .filter(child -> child.getValue() instanceof PositiveIntType number && number.hasValue())
                .map(child -> ((PositiveIntType) child.getValue()).getValue());
    }

    /** Says of each finding that it is about that child, counted from 1 in the order of the births. */
    public static List<Resource> mark(int number, List<Resource> findings) {
        findings.forEach(finding -> ((DomainResource) finding).addExtension(CHILD, new PositiveIntType(number)));
        return findings;
    }
}
