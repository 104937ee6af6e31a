package org.ancregistry.portals.esignet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Reads the words of one identity system: what it says of a person, in the registry's terms and nothing added. */
final class Demography {

    private final List<DateTimeFormatter> birthdates;
    private final GenderWords genders;
    private final NationalIdHasher hasher;

    Demography(UserinfoProperties settings, NationalIdHasher hasher) {
        this.birthdates = settings.birthdateFormats().stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
                .toList();
        this.genders = new GenderWords(settings.genderWords());
        this.hasher = hasher;
    }

    Demographics of(ReleasedClaims claims) {
        return new Demographics(
                names(claims),
                claims.text("birthdate").flatMap(this::date).orElse(null),
                gender(claims),
                address(claims),
                claims.text("phone_number").orElse(null),
                claims.text("email").orElse(null),
                nationalId(claims).map(hasher::hash).orElse(null));
    }

    /** The national ID number, where {@code individual_id} is one: it may also be another identifier that she typed. */
    static Optional<NationalId> nationalId(ReleasedClaims claims) {
        return claims.text("individual_id").flatMap(NationalId::parse);
    }

    private static List<PersonName> names(ReleasedClaims claims) {
        return claims.inEachLanguage("name").entrySet().stream()
                .filter(name -> name.getValue() instanceof String)
                .map(name -> new PersonName((String) name.getValue(), Languages.tag(name.getKey()), null, null))
                .toList();
    }

    private Optional<LocalDate> date(String written) {
        return birthdates.stream()
                .flatMap(pattern -> parsed(written.strip(), pattern).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parsed(String written, DateTimeFormatter pattern) {
        try {
            return Optional.of(LocalDate.parse(written, pattern));
        } catch (DateTimeException otherPattern) {
            return Optional.empty();
        }
    }

    private @Nullable Gender gender(ReleasedClaims claims) {
        return claims.texts("gender").stream()
                .flatMap(word -> genders.of(word).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PostalAddress address(ReleasedClaims claims) {
        return claims.inEachLanguage("address").values().stream()
                .findFirst()
                .map(Demography::address)
                .orElse(null);
    }

    private static PostalAddress address(Object claim) {
        if (claim instanceof Map<?, ?> parts) {
            return new PostalAddress(
                    part(parts, "formatted"),
                    part(parts, "street_address"),
                    part(parts, "locality"),
                    part(parts, "region"),
                    part(parts, "postal_code"),
                    part(parts, "country"));
        }
        return new PostalAddress(claim.toString(), null, null, null, null, null);
    }

    private static @Nullable String part(Map<?, ?> address, String name) {
        return address.get(name) instanceof String text && !text.isBlank() ? text : null;
    }
}
