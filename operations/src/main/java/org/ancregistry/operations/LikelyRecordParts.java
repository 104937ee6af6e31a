package org.ancregistry.operations;

import org.ancregistry.operations.fhir.ComparedParts;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/** Writes a record that may be hers into an answer, as the parameter {@code candidate}. */
public final class LikelyRecordParts {

    private LikelyRecordParts() {}

    public static void add(Parameters answer, LikelyRecord record) {
        var candidate = answer.addParameter().setName("candidate");
        if (record.patient() != null) {
            candidate.addPart().setName("patient").setValue(new Reference(record.patient()));
        }
        if (record.phn() != null) {
            candidate.addPart().setName("phn").setValue(Phns.identifier(record.phn()));
        }
        ComparedParts.add(candidate, record.comparison());
    }
}
