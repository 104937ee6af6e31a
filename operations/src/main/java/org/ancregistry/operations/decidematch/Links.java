package org.ancregistry.operations.decidematch;

import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;

/** Says that two records are of one woman, and takes it back. Nothing is moved from one to the other. */
public final class Links {

    private final OtherRecords others;
    private final Records records;

    public Links(OtherRecords others, Records records) {
        this.others = others;
        this.records = records;
    }

    Outcome join(Caller caller, OpenMatch match, DecideMatch asked) {
        var reference = Given.present(asked.how().comparedWith(), "compared-with");
        var other = others.shown(caller, match, reference);
        others.refuseAnother(match, other);
        var compared = others.compared(caller, match, other);
        LinkedRecords.join(match.mother(), other);
        return new Outcome(List.of(match.mother(), other), null, Canon.referenceTo(other), compared);
    }

    Outcome part(OpenMatch match) {
        var other = Tasks.linked(match.task())
                .flatMap(reference -> records.read(Patient.class, reference))
                .orElseThrow(() -> Problem.ALREADY_DECIDED.because("There is no link to take back."));
        LinkedRecords.part(match.mother(), other);
        return new Outcome(List.of(match.mother(), other), null, Canon.referenceTo(other), null);
    }
}
