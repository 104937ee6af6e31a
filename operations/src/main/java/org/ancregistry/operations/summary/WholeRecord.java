package org.ancregistry.operations.summary;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Takes a mother's whole record out of the store in a few looks. */
public interface WholeRecord {

    /**
     * The mother's record, in no order, at most {@code limit} resources.
     *
     * @param patient {@code Patient/…}
     * @param types the resource types to take; the Patient comes with them
     */
    List<Resource> of(String patient, List<String> types, int limit);
}
