package org.ancregistry.operations;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Looks for records that may be of the woman who is present, and lays each beside her. */
public final class LikelyRecords {

    private static final int MOST_FOUND = 50;
    private static final int MOST_SHOWN = 5;
    private static final Comparator<Comparison> LIKELIEST_FIRST =
            Comparator.comparingDouble(Comparison::score).reversed();

    private final Candidates candidates;
    private final LinkedPeople linked;
    private final Records records;
    private final StrongKeys keys;
    private final PersonScorer oneToOne;
    private final PersonScorer amongMany;

    /**
     * @param oneToOne judges the record of a number that was shown
     * @param amongMany judges the record that her own sign-in is linked to, as one that was only found
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

    /**
     * Makes whoever writes a record of the same woman at this moment wait for the end of this transaction, or waits for theirs.
     *
     * @throws Refusal {@link Problem#REQUEST_BUSY} when it takes too long
     */
    public void hold(Wanted woman) {
        candidates.hold(woman);
    }

    /** The likeliest records first; those that are certainly another's are left out. */
    public List<LikelyRecord> like(Wanted woman, @Nullable Subject subject, UnaryOperator<Set<String>> mayBeShown) {
        var found = new LinkedHashMap<String, Comparison>();
        if (subject != null) {
            linked.behind(subject)
                    .flatMap(own -> records.read(Patient.class, own))
                    .map(record -> candidate(woman.known(), record, nationalIds(record), amongMany))
                    .ifPresent(own -> found.put(String.valueOf(own.patient()), own.comparison()));
        }
        candidates.like(woman, MOST_FOUND).forEach(one -> found.putIfAbsent(one.patient(), one.comparison()));
        var shown = mayBeShown.apply(Set.copyOf(found.keySet()));
        var likeliest = found.entrySet().stream()
                .filter(one -> shown.contains(one.getKey()) && one.getValue().grade() != MatchGrade.CERTAINLY_NOT)
                .sorted(Map.Entry.comparingByValue(LIKELIEST_FIRST))
                .limit(MOST_SHOWN)
                .toList();
        return withNumbers(likeliest);
    }

    private List<LikelyRecord> withNumbers(List<Map.Entry<String, Comparison>> likeliest) {
        var numbers = new HashMap<String, Phn>();
        records.readAll(Patient.class, likeliest.stream().map(Map.Entry::getKey).toList())
                .forEach(record -> Phns.of(record).ifPresent(phn -> numbers.put(reference(record), phn)));
        return likeliest.stream()
                .map(one -> new LikelyRecord(one.getKey(), numbers.get(one.getKey()), one.getValue()))
                .toList();
    }

    /** The record of a number that she showed. */
    public LikelyRecord compare(Demographics known, Patient record) {
        return candidate(known, record, nationalIds(record), oneToOne);
    }

    /** What a directory says of the holder of a number that she showed. */
    public LikelyRecord compare(Demographics known, Phn phn, Demographics record) {
        return new LikelyRecord(null, phn, oneToOne.compare(known, record));
    }

    /** Somebody whom a directory found, without a number that was shown. */
    public LikelyRecord found(Demographics known, Phn phn, Demographics record) {
        return new LikelyRecord(null, phn, amongMany.compare(known, record));
    }

    private static LikelyRecord candidate(
            Demographics known, Patient record, Map<String, NationalIdHashes> nationalIds, PersonScorer scorer) {
        var reference = reference(record);
        var recorded = PatientDemographics.of(record, nationalIds.get(reference));
        return new LikelyRecord(reference, Phns.of(record).orElse(null), scorer.compare(known, recorded));
    }

    private Map<String, NationalIdHashes> nationalIds(Patient record) {
        return keys.nationalIds(List.of(reference(record)));
    }

    private static String reference(Patient record) {
        return "Patient/" + record.getIdElement().getIdPart();
    }
}
