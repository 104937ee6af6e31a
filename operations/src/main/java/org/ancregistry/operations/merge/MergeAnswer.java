package org.ancregistry.operations.merge;

import java.util.Collection;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** What a supervisor is answered: what would become of two records, what became of them. */
final class MergeAnswer {

    private static final String REPEATED = "repeated";

    private MergeAnswer() {}

    static Parameters of(String told, Patient result) {
        var answer = new Parameters();
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(told);
        answer.addParameter().setName("outcome").setResource(outcome);
        answer.addParameter().setName("result").setResource(result);
        return answer;
    }

    static void preview(Parameters answer, TwoRecords.Pair pair, int moving, boolean onePregnancy) {
        answer.addParameter("moved", new IntegerType(moving));
        answer.addParameter("source-version", pair.source().getMeta().getVersionId());
        answer.addParameter("target-version", pair.target().getMeta().getVersionId());
        answer.addParameter("one-pregnancy", new BooleanType(onePregnancy));
        Phns.of(pair.source()).ifPresent(phn -> answer.addParameter("source-phn", Phns.identifier(phn)));
    }

    static Parameters merged(Parameters answer, int moved) {
        answer.addParameter().setName("moved").setValue(new IntegerType(moved));
        answer.addParameter().setName(REPEATED).setValue(new BooleanType(false));
        return answer;
    }

    static Parameters parted(Parameters answer, Collection<String> changed, Collection<String> left) {
        changed.forEach(one -> answer.addParameter().setName("changed-since").setValue(new Reference(one)));
        left.forEach(one -> answer.addParameter().setName("left").setValue(new Reference(one)));
        answer.addParameter().setName(REPEATED).setValue(new BooleanType(false));
        return answer;
    }
}
