package org.ancregistry.operations;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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
        var all = new LinkedHashSet<String>();
        all.add("Patient/" + record.getIdElement().getIdPart());
        var next = LinkedRecords.all(record);
        for (var i = 0; i < LONGEST_CHAIN && !next.isEmpty(); i++) {
            all.addAll(next);
            var further = new LinkedHashSet<String>();
            records.readAll(Patient.class, next).forEach(linked -> further.addAll(LinkedRecords.all(linked)));
            further.removeAll(all);
            next = further;
        }
        return all;
    }

    /** {@code EpisodeOfCare/…} that is active, on whichever of her records. */
    public Optional<String> pregnancy(Patient record) {
        return inCare(record).flatMap(pregnancies::of);
    }

    /** {@code Patient/…} of the record on which she is pregnant now; empty when she is not. */
    public Optional<String> inCare(Patient record) {
        return of(record).stream()
                .filter(one -> pregnancies.of(one).isPresent())
                .findFirst();
    }
}
