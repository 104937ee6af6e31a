package org.ancregistry.domain.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A person taken apart for comparing, once, however many records she is then laid beside.
 *
 * @param said what the source says, unchanged: what is shown
 * @param names word by word
 * @param phone for comparing
 * @param address word by word; absent when nothing in it can be compared
 * @param areas the areas that care for her, as references: of two women of one area one more thing agrees
 */
public record MatchPerson(
        Demographics said,
        List<NameWords> names,
        @Nullable PhoneNumber phone,
        @Nullable AddressWords address,
        Set<String> areas) {

    /** With nothing known of how common her names are. */
    public static MatchPerson of(Demographics said) {
        return of(said, Set.of(), RegistryStatistics.NONE);
    }

    public static MatchPerson of(Demographics said, Set<String> areas, RegistryStatistics statistics) {
        var names = said.names().stream()
                .flatMap(name -> NameWords.readings(name, statistics).stream())
                .filter(name -> !name.empty())
                .toList();
        var phone =
                Optional.ofNullable(said.phone()).flatMap(PhoneNumber::parse).orElse(null);
        return new MatchPerson(
                said, names, phone, AddressWords.of(said.address()).orElse(null), Set.copyOf(areas));
    }

    /** Masked: who somebody is is in no log. */
    @Override
    public String toString() {
        return "MatchPerson[…]";
    }
}
