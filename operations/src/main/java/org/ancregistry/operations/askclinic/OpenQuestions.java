package org.ancregistry.operations.askclinic;

import java.util.List;
import org.hl7.fhir.r4.model.Task;

/** What mothers have asked and nobody has answered. */
public interface OpenQuestions {

    /**
     * Makes whatever else she asks wait until the caller's transaction has ended.
     *
     * @param patient {@code Patient/…}
     * @throws org.ancregistry.operations.Refusal {@link org.ancregistry.operations.Problem#REQUEST_BUSY} when it takes too
     *     long until it is the caller's turn
     */
    void hold(String patient);

    /** Her open questions of that kind (a code of anc-task). */
    List<Task> of(String patient, String kind);
}
