package org.ancregistry.operations.decidematch;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.LikelyDuplicates;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;

/** Says that two records are of one woman, and takes it back. Nothing is moved from one to the other. */
public final class Links {

    private final OtherRecords others;
    private final Numbers numbers;
    private final Records records;
    private final LikelyDuplicates duplicates;

    public Links(OtherRecords others, Numbers numbers, Records records, LikelyDuplicates duplicates) {
        this.others = others;
        this.numbers = numbers;
        this.records = records;
        this.duplicates = duplicates;
    }

    Outcome join(Caller caller, OpenMatch match, DecideMatch asked) {
        var reference = Given.present(asked.how().comparedWith(), "compared-with");
        var other = others.shown(caller, match, reference);
        others.refuseAnother(match, other);
        var compared = others.compared(caller, match, other);
        var number = number(caller, match, asked, other);
        LinkedRecords.join(match.mother(), other);
        duplicates.decided(match.patient(), reference, true);
        return new Outcome(List.of(match.mother(), other), number, Canon.referenceTo(other), compared);
    }

    /** The woman is found by the number on either record; where neither has one she gets one, and keeps it for life. */
    private Outcome.HeldNumber number(Caller caller, OpenMatch match, DecideMatch asked, Patient other) {
        return Phns.ofWoman(match.mother())
                .or(() -> Phns.ofWoman(other))
                .map(phn -> new Outcome.HeldNumber(phn, false, true))
                .orElseGet(() -> numbers.heldOrNew(caller, match, asked));
    }

    /** The record that was named, here or by whoever asked, is another woman's, and is not put beside hers again. */
    void different(OpenMatch match, DecideMatch asked) {
        Optional.ofNullable(asked.how().comparedWith())
                .or(match::candidate)
                .ifPresent(other -> duplicates.decided(match.patient(), other, false));
    }

    Outcome part(OpenMatch match) {
        var other = Tasks.linked(match.task())
                .flatMap(reference -> records.read(Patient.class, reference))
                .orElseThrow(() -> Problem.ALREADY_DECIDED.because("There is no link to take back."));
        LinkedRecords.part(match.mother(), other);
        duplicates.undecided(match.patient(), Canon.referenceTo(other));
        return new Outcome(List.of(match.mother(), other), null, Canon.referenceTo(other), null);
    }
}
