package org.ancregistry.operations.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Resource;

/** Which of the children of one birth a finding is about. */
public final class Children {

    private static final String CHILD = Canon.extension("anc-child");

    private Children() {}

    /** Says of each finding that it is about that child, counted from 1 in the order of the births. */
    public static List<Resource> mark(int number, List<Resource> findings) {
        findings.forEach(finding -> ((DomainResource) finding).addExtension(CHILD, new PositiveIntType(number)));
        return findings;
    }
}
