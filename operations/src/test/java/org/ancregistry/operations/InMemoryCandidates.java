package org.ancregistry.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;

/** Looks among the women that a test names, and judges them as the real one does. */
public record InMemoryCandidates(InMemoryRecords records, StrongKeys keys, Set<String> lookAlikes)
        implements Candidates {

    private static final FellegiSunterScorer SCORER = new FellegiSunterScorer(Prior.among(1000));

    @Override
    public void hold(Wanted woman) {
        // Tests with everything in memory register one woman after the other.
    }

    @Override
    public List<Candidate> like(Wanted woman, int limit) {
        return records.readAll(Patient.class, lookAlikes).stream()
                .map(record -> judged(woman, record))
                .filter(found -> found.comparison().grade() != MatchGrade.CERTAINLY_NOT)
                .sorted(Comparator.comparingDouble(
                                (Candidate found) -> found.comparison().score())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Candidate judged(Wanted woman, Patient record) {
        var reference = "Patient/" + record.getIdElement().getIdPart();
        var number = keys.nationalIds(List.of(reference)).get(reference);
        return new Candidate(reference, SCORER.compare(woman.known(), PatientDemographics.of(record, number)));
    }
}
