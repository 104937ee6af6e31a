package org.ancregistry.operations;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.hl7.fhir.r4.model.Patient;

/** The records of one woman: the one that is asked about, and those that a supervisor said are hers, too. */
public final class OneWoman {

    /** Each link is a person's decision; a chain of more of them is no woman's. */
    private static final int LONGEST_CHAIN = 5;

    private final Records records;
    private final ActivePregnancies pregnancies;

    public OneWoman(Records records, ActivePregnancies pregnancies) {
        this.records = records;
        this.pregnancies = pregnancies;
    }

    /** {@code Patient/…} of all of them, that one first. */
    public Set<String> of(Patient record) {
        return chain(Canon.referenceTo(record), links(List.of(record)));
    }

    /** {@code EpisodeOfCare/…} that is active, on whichever of her records. */
    public Optional<String> pregnancy(Patient record) {
        return inCare(record).flatMap(pregnancies::of);
    }

    /** {@code Patient/…} of the record on which she is pregnant now; empty when she is not. */
    public Optional<String> inCare(Patient record) {
        return each(List.of(record)).get(0).inCare();
    }

    /** The same of several women, in their order, looked up together. */
    public List<Hers> each(Collection<Patient> asked) {
        var links = links(asked);
        var known = all(links.values());
        known.addAll(links.keySet());
        var pregnant = pregnancies.among(known);
        return asked.stream()
                .map(record -> {
                    var chain = chain(Canon.referenceTo(record), links);
                    return new Hers(
                            record,
                            chain,
                            chain.stream().filter(pregnant::contains).findFirst());
                })
                .toList();
    }

    /** What is linked to what, as far as a chain from one of them goes; each link of all chains is read at once. */
    private Map<String, Set<String>> links(Collection<Patient> asked) {
        var links = new HashMap<String, Set<String>>();
        asked.forEach(record -> links.put(Canon.referenceTo(record), LinkedRecords.all(record)));
        for (var i = 1; i < LONGEST_CHAIN; i++) {
            var next = all(links.values());
            next.removeAll(links.keySet());
            if (next.isEmpty()) {
                break;
            }
            next.forEach(missing -> links.put(missing, Set.of()));
            records.readAll(Patient.class, next)
                    .forEach(record -> links.put(Canon.referenceTo(record), LinkedRecords.all(record)));
        }
        return links;
    }

    private static Set<String> all(Collection<Set<String>> some) {
        return some.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> chain(String first, Map<String, Set<String>> links) {
        var chain = new LinkedHashSet<String>();
        chain.add(first);
        Set<String> next = Set.of(first);
        for (var i = 0; i < LONGEST_CHAIN && !next.isEmpty(); i++) {
            var further = all(
                    next.stream().map(one -> links.getOrDefault(one, Set.of())).toList());
            further.removeAll(chain);
            chain.addAll(further);
            next = further;
        }
        return chain;
    }

    /**
     * What belongs to one woman.
     *
     * @param record the one that was asked about
     * @param all {@code Patient/…} of all her records, that one first
     * @param inCare {@code Patient/…} of the one on which she is pregnant now
     */
    public record Hers(Patient record, Set<String> all, Optional<String> inCare) {

        /** {@code Patient/…} of the record on which she is pregnant; where she is not, the one that was asked about. */
        String patient() {
            return inCare.orElseGet(() -> Canon.referenceTo(record));
        }
    }
}
