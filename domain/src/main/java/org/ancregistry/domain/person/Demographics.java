package org.ancregistry.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a person. Everything may be missing: a woman may decline to share any part of it.
 *
 * @param names one per language or script, as given
 * @param birthDate may be absent
 * @param gender may be absent
 * @param address may be absent
 * @param phone as given; compare by its last nine digits
 * @param email as given
 * @param nationalId keyed hashes of her national ID number and its last characters, never the number
 */
public record Demographics(
        List<PersonName> names,
        @Nullable LocalDate birthDate,
        @Nullable Gender gender,
        @Nullable PostalAddress address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable NationalIdHashes nationalId) {

    public Demographics {
        names = List.copyOf(names);
    }

    /** The first name given, which is the one to show when only one can be shown. */
    public Optional<PersonName> name() {
        return names.stream().findFirst();
    }

    /** Masked: who somebody is is in no log. */
    @Override
    public String toString() {
        return "Demographics[" + names.size() + " names, …]";
    }

    /** What this source says, its gaps filled with what {@code other} says: for comparing only, never for a record. */
    public Demographics orElse(Demographics other) {
        return new Demographics(
                names.isEmpty() ? other.names : names,
                birthDate == null ? other.birthDate : birthDate,
                gender == null ? other.gender : gender,
                address == null ? other.address : address,
                phone == null ? other.phone : phone,
                email == null ? other.email : email,
                nationalId == null ? other.nationalId : nationalId);
    }

    /** The same, with what is kept of her national ID number. */
    public Demographics with(@Nullable NationalIdHashes number) {
        return new Demographics(names, birthDate, gender, address, phone, email, number);
    }
}
