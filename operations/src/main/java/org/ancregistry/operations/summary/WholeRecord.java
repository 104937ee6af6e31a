package org.ancregistry.operations.summary;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Takes a mother's whole record out of the store in a few looks, to be shown as it is: nobody may change what is taken out. */
public interface WholeRecord {

    /**
     * The mother's record, in no order: herself and at most {@code limit} other resources.
     *
     * @param patient {@code Patient/…}
     * @param types the resource types to take; the Patient comes with them
     */
    List<Resource> of(String patient, List<String> types, int limit);

    /**
     * The people or places of one type that a record names; those that there are.
     *
     * @param ids without the type
     */
    List<Resource> named(String type, Collection<String> ids);
}
