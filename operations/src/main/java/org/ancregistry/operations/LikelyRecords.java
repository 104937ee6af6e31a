package org.ancregistry.operations;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Looks for records that may be of the woman who is present, and lays each beside her. */
public final class LikelyRecords {

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
    public LikelyRecords(
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
    public List<LikelyRecord> like(
            Demographics known, @Nullable Subject subject, UnaryOperator<Set<String>> mayBeShown) {
        var found = new LinkedHashSet<String>();
        if (subject != null) {
            linked.behind(subject).ifPresent(found::add);
        }
        found.addAll(candidates.like(known, MOST_COMPARED));
        var shown = mayBeShown.apply(found);
        var nationalIds = keys.nationalIds(shown);
        return records.readAll(Patient.class, shown).stream()
                .map(record -> candidate(known, record, nationalIds, amongMany))
                .filter(candidate -> candidate.comparison().grade() != MatchGrade.CERTAINLY_NOT)
                .sorted(Comparator.comparingDouble((LikelyRecord candidate) ->
                                candidate.comparison().score())
                        .reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** The record of a number that she showed. */
    public LikelyRecord compare(Demographics known, Patient record) {
        return candidate(known, record, keys.nationalIds(List.of(reference(record))), oneToOne);
    }

    /** What a directory says of the holder of a number that she showed. */
    public LikelyRecord compare(Demographics known, Phn phn, Demographics record) {
        return new LikelyRecord(null, phn, oneToOne.compare(known, record));
    }

    private static LikelyRecord candidate(
            Demographics known, Patient record, Map<String, NationalIdHashes> nationalIds, PersonScorer scorer) {
        var reference = reference(record);
        var recorded = PatientDemographics.of(record, nationalIds.get(reference));
        return new LikelyRecord(reference, Phns.of(record).orElse(null), scorer.compare(known, recorded));
    }

    private static String reference(Patient record) {
        return "Patient/" + record.getIdElement().getIdPart();
    }
}
