package org.ancregistry.operations;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.NationalIdHashes;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Reads a national ID number that a midwife typed. It is hashed at once and stored in no resource. */
public final class TypedNationalId {

    /** Sri Lanka's own systems end so: {@code …/id/nic} and, in NEHR, {@code …/identifier/nic}. */
    private static final String SYSTEM_ENDS = "/nic";

    private static final Pattern BETWEEN = Pattern.compile("[^0-9A-Za-z]");
    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}[VXvx]|[0-9]{12}");

    private final NationalIdHasher hasher;

    public TypedNationalId(NationalIdHasher hasher) {
        this.hasher = hasher;
    }

    /** Whether the system of an identifier is one of national ID numbers. */
    public static boolean isOf(Identifier identifier) {
        return identifier.hasSystem() && identifier.getSystem().endsWith(SYSTEM_ENDS);
    }

    /** Whether a text of any other system has the shape of such a number, however it is spaced. */
    public static boolean mayBe(String text) {
        return SHAPE.matcher(BETWEEN.matcher(text).replaceAll("")).matches();
    }

    /** What is kept of the number among the person's identifiers, where there is a possible one. */
    public @Nullable NationalIdHashes in(Patient person) {
        return person.getIdentifier().stream()
                .filter(identifier -> identifier.hasValue() && isOf(identifier))
                .map(identifier -> NationalId.parse(identifier.getValue()))
                .flatMap(Optional::stream)
                .map(hasher::hash)
                .findFirst()
                .orElse(null);
    }
}
