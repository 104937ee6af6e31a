package org.ancregistry.operations;

import java.util.List;
import org.hl7.fhir.r4.model.Task;

/** Work that is left to do about a mother's record. */
public interface OpenTasks {

    /**
     * The tasks about {@code patient} ({@code Patient/…}) that nobody has closed.
     *
     * @param kind a code of anc-task
     */
    List<Task> about(String patient, String kind);
}
