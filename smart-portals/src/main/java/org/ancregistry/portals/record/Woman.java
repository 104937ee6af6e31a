package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;

/**
 * Who the record is about.
 *
 * @param reference {@code Patient/…}
 * @param names as her sources gave them, whole, one per language
 * @param verified whether her national identity was verified
 * @param address where she lives now, as given
 * @param village or town of it, as far as it is known apart from the rest
 * @param phone as given
 * @param language in which she reads and is spoken to, as she said it: a tag; null when nobody asked
 * @param reachable how she is reached by text message
 */
public record Woman(
        String reference,
        List<ShownName> names,
        Optional<Phn> phn,
        @Nullable LocalDate birthDate,
        boolean verified,
        @Nullable String address,
        @Nullable String village,
        @Nullable String phone,
        @Nullable String language,
        Optional<Reachable> reachable) {

    public Woman {
        names = List.copyOf(names);
    }

    /** A name and the language that it is written in, for the page's {@code lang}. */
    public record ShownName(String text, @Nullable String language) {}

    /** The name to head a page with. */
    public String name() {
        return names.isEmpty() ? "–" : names.get(0).text();
    }

    public List<ShownName> otherNames() {
        return names.stream().skip(1).toList();
    }

    public Optional<Integer> ageOn(LocalDate day) {
        return birthDate == null
                ? Optional.empty()
                : Optional.of(Period.between(birthDate, day).getYears());
    }

    /** The bare id, for addresses. */
    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Woman[" + reference + "]";
    }
}
