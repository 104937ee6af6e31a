package org.ancregistry.operations.matchphn;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Patient;

/** Looks for records that may be of the woman who is present, and lays each beside her. */
public final class Search {

    private static final int MOST_COMPARED = 50;
    private static final int MOST_SHOWN = 5;

    private final Candidates candidates;
    private final LinkedPeople linked;
    private final Records records;
    private final StrongKeys keys;
    private final PersonScorer oneToOne;
    private final PersonScorer amongMany;

    /**
     * @param oneToOne judges the record of a number that was shown
     * @param amongMany judges a record that was only found
     */
    public Search(
            Candidates candidates,
            LinkedPeople linked,
            Records records,
            StrongKeys keys,
            PersonScorer oneToOne,
            PersonScorer amongMany) {
        this.candidates = candidates;
        this.linked = linked;
        this.records = records;
        this.keys = keys;
        this.oneToOne = oneToOne;
        this.amongMany = amongMany;
    }

    /** The likeliest records first; those that are certainly another's are left out. */
    List<Candidate> like(WomanPresent woman, UnaryOperator<Set<String>> mayBeShown) {
        var found = new LinkedHashSet<String>();
        var subject = woman.subject();
        if (subject != null) {
            linked.behind(subject).ifPresent(found::add);
        }
        found.addAll(candidates.like(woman.known(), MOST_COMPARED));
        var shown = mayBeShown.apply(found);
        var nationalIds = keys.nationalIds(shown);
        return records.readAll(Patient.class, shown).stream()
                .map(record -> candidate(woman, record, nationalIds, amongMany))
                .filter(candidate -> candidate.comparison().grade() != MatchGrade.CERTAINLY_NOT)
                .sorted(Comparator.comparingDouble(
                                (Candidate candidate) -> candidate.comparison().score())
                        .reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** The record of a number that she showed. */
    Candidate compare(WomanPresent woman, Patient record) {
        return candidate(woman, record, keys.nationalIds(List.of(reference(record))), oneToOne);
    }

    /** What a directory says of the holder of a number that she showed. */
    Candidate compare(WomanPresent woman, Phn phn, Demographics record) {
        return new Candidate(null, phn, oneToOne.compare(woman.known(), record));
    }

    private static Candidate candidate(
            WomanPresent woman, Patient record, Map<String, NationalIdHashes> nationalIds, PersonScorer scorer) {
        var reference = reference(record);
        var recorded = PatientDemographics.of(record, nationalIds.get(reference));
        return new Candidate(reference, Phns.of(record).orElse(null), scorer.compare(woman.known(), recorded));
    }

    private static String reference(Patient record) {
        return "Patient/" + record.getIdElement().getIdPart();
    }
}
