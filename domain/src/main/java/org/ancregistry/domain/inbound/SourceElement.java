package org.ancregistry.domain.inbound;

import java.util.List;
import org.ancregistry.domain.clinical.Code;
import org.jspecify.annotations.Nullable;

/**
 * One thing that another system records, and what it is here: a line of the mapping table.
 *
 * @param element its own id there
 * @param name what it is called, in words
 * @param resource the FHIR type under which it is sent
 * @param code the code under which it is sent
 * @param reading how it is to be understood
 * @param fields the dictionary fields that it answers
 * @param none the coded answer that a no is, for a dipstick
 */
public record SourceElement(
        String element,
        String name,
        String resource,
        Code code,
        Reading reading,
        List<String> fields,
        @Nullable String none) {

    public SourceElement {
        fields = List.copyOf(fields);
    }
}
