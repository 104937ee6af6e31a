package org.ancregistry.operations;

import java.util.Optional;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.NationalIdHashes;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Reads a national ID number that a midwife typed. It is hashed at once and stored in no resource. */
public final class TypedNationalId {

    /** Sri Lanka's own systems end so: {@code …/id/nic} and, in NEHR, {@code …/identifier/nic}. */
    private static final String SYSTEM_ENDS = "/nic";

    private final NationalIdHasher hasher;

    public TypedNationalId(NationalIdHasher hasher) {
        this.hasher = hasher;
    }

    /** What is kept of the number among the person's identifiers, where there is a possible one. */
    public @Nullable NationalIdHashes in(Patient person) {
        return person.getIdentifier().stream()
                .filter(identifier -> identifier.hasValue() && identifier.hasSystem())
                .filter(identifier -> identifier.getSystem().endsWith(SYSTEM_ENDS))
                .map(identifier -> NationalId.parse(identifier.getValue()))
                .flatMap(Optional::stream)
                .map(hasher::hash)
                .findFirst()
                .orElse(null);
    }
}
