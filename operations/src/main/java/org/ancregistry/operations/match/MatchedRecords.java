package org.ancregistry.operations.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** The answer: a searchset in which each record carries its score and FHIR's match grade, the likeliest first. */
final class MatchedRecords {

    static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";

    private final Bundle answer = new Bundle().setType(BundleType.SEARCHSET);

    private MatchedRecords() {}

    static Bundle of(List<Candidate> found, Records records) {
        var all = new HashMap<String, Patient>();
        records.readAll(Patient.class, found.stream().map(Candidate::patient).toList())
                .forEach(record -> all.put(Canon.referenceTo(record), record));
        var matched = new MatchedRecords();
        found.forEach(one -> matched.add(all.get(one.patient()), one.comparison()));
        matched.answer.setTotal(matched.answer.getEntry().size());
        return matched.answer;
    }

    /** When an only answer was wanted and several records are certainly hers, none of them is the answer. */
    static Bundle ofTheCertain(List<Candidate> found, Records records) {
        var certain = found.stream()
                .filter(one -> one.comparison().grade() == MatchGrade.CERTAIN)
                .toList();
        return certain.size() <= 1 ? of(certain, records) : several();
    }

    private void add(@Nullable Patient record, Comparison comparison) {
        Optional.ofNullable(record).ifPresent(there -> {
            var entry = answer.addEntry().setResource(there);
            entry.getSearch().setMode(SearchEntryMode.MATCH).setScore(comparison.score());
            entry.getSearch()
                    .addExtension(GRADE, new CodeType(comparison.grade().code()));
        });
    }

    private static Bundle several() {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(IssueType.MULTIPLEMATCHES)
                .setDiagnostics(
                        "Several records are certainly hers: ask without onlyCertainMatches and let a person decide.");
        var answer = new Bundle().setType(BundleType.SEARCHSET).setTotal(0);
        answer.addEntry().setResource(outcome).getSearch().setMode(SearchEntryMode.OUTCOME);
        return answer;
    }

    /** Ranks as FHIR does: certain before probable, then by score. */
    static int byGradeAndScore(Map.Entry<String, Comparison> one, Map.Entry<String, Comparison> other) {
        var byGrade = one.getValue().grade().compareTo(other.getValue().grade());
        return byGrade == 0
                ? Double.compare(other.getValue().score(), one.getValue().score())
                : byGrade;
    }
}
