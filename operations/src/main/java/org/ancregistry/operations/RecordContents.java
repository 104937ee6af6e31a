package org.ancregistry.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** All that lies in a woman's record, whatever its type, inside the caller's transaction. */
public interface RecordContents {

    /**
     * What refers to {@code patient} ({@code Patient/…}) as it stands now: not what says who wrote or looked, which stays
     * true of the record it was said of, and no other Patient.
     *
     * @param most more than so many are refused
     * @throws Refusal {@link Problem#PARAMETER_INVALID} when there is more
     */
    List<Resource> of(String patient, int most);

    /** A resource ({@code Observation/12}) as it stands now; empty when it was deleted. */
    Optional<Resource> current(String reference);

    /** A resource as it was in that version. */
    Optional<Resource> version(String reference, long version);

    /** Of what refers to {@code patient} now, the references of what was begun after that moment. */
    Set<String> begunSince(String patient, Instant moment, int most);
}
