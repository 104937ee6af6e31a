package org.ancregistry.operations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * The record itself, inside the caller's transaction. Whoever writes a Patient with a PHN binds that number to her, and
 * whoever writes an active pregnancy opens it: both are refused when somebody else was first.
 */
public interface Records {

    /** The resource of that type and reference ({@code Patient/12}), as it stands now. */
    <R extends Resource> Optional<R> read(Class<R> type, String reference);

    /** Those of {@code references} that there are, as they stand now, in one look. */
    <R extends Resource> List<R> readAll(Class<R> type, Collection<String> references);

    /**
     * Creates the resources whose id is a {@code urn:uuid:…} and updates the others on the version that they carry.
     * Afterwards each carries its own id and version; references by {@code urn:uuid} in what is stored are resolved.
     *
     * @throws Refusal {@link Problem#PHN_ALREADY_HELD}, {@link Problem#PREGNANCY_ALREADY_ACTIVE} or
     *     {@link Problem#VERSION_CONFLICT} when another was first
     */
    void write(List<? extends Resource> resources);
}
