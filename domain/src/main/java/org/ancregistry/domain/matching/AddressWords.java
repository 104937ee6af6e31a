package org.ancregistry.domain.matching;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.person.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart for comparing only.
 *
 * @param places skeletons of the words that name a place, without "road" and the like
 * @param houses house numbers
 * @param regions skeletons of the words that name the district or province
 */
record AddressWords(Set<String> places, Set<String> houses, Set<String> regions) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}/]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern LATIN = Pattern.compile("[A-Z]+");
    private static final Pattern HOUSE = Pattern.compile("[0-9]+[A-Z]?(?:/[0-9A-Z]+)*");
    private static final int POST_CODE = 5;
    private static final Set<String> EVERYWHERE = Set.of(
            "NO",
            "ROAD",
            "RD",
            "LANE",
            "LN",
            "STREET",
            "ST",
            "MAWATHA",
            "MW",
            "MAWATA",
            "PARA",
            "SRI",
            "LANKA",
            "EAST",
            "WEST",
            "NORTH",
            "SOUTH",
            "CITY",
            "TOWN",
            "VILLAGE",
            "DISTRICT",
            "PROVINCE",
            "PLACE",
            "GARDENS",
            "COLONY");

    /** Empty when nothing in the address can be compared. */
    static Optional<AddressWords> of(@Nullable PostalAddress address) {
        if (address == null) {
            return Optional.empty();
        }
        var regions = words(address.region()).filter(AddressWords::naming).collect(Collectors.toSet());
        var pieces = Stream.of(address.text(), address.street(), address.locality())
                .flatMap(AddressWords::words)
                .filter(piece -> !piece.equals(address.postalCode()))
                .toList();
        var houses = pieces.stream().filter(AddressWords::isHouse).collect(Collectors.toSet());
        var places = pieces.stream()
                .filter(AddressWords::naming)
                .filter(word -> !regions.contains(word))
                .collect(Collectors.toSet());
        return places.isEmpty() && regions.isEmpty()
                ? Optional.empty()
                : Optional.of(new AddressWords(skeletons(places), houses, skeletons(regions)));
    }

    private static Stream<String> words(@Nullable String part) {
        if (part == null) {
            return Stream.empty();
        }
        var plain = Normalizer.normalize(part, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain);
    }

    private static boolean isHouse(String word) {
        return HOUSE.matcher(word).matches() && word.length() != POST_CODE;
    }

    private static boolean naming(String word) {
        return word.length() > 1 && !EVERYWHERE.contains(word) && word.chars().noneMatch(Character::isDigit);
    }

    private static Set<String> skeletons(Set<String> words) {
        return words.stream().map(AddressWords::skeleton).collect(Collectors.toSet());
    }

    private static String skeleton(String word) {
        var plain =
                ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return LATIN.matcher(plain).matches() ? Skeleton.of(plain) : word;
    }

    long sharedWith(AddressWords other) {
        var shared = new HashSet<>(places);
        shared.retainAll(other.places);
        return shared.size();
    }

    boolean sameRegion(AddressWords other) {
        return regions.stream().anyMatch(other.regions::contains);
    }

    boolean hasHouse() {
        return !houses.isEmpty();
    }

    boolean sameHouse(AddressWords other) {
        return houses.stream().anyMatch(other.houses::contains);
    }

    /** What to show of an address: its text, or its parts. */
    static @Nullable String shown(@Nullable PostalAddress address) {
        if (address == null) {
            return null;
        }
        if (address.text() != null) {
            return address.text();
        }
        var parts = Stream.of(address.street(), address.locality(), address.region(), address.postalCode())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? null : parts;
    }

    /** Masked: where somebody lives is in no log. */
    @Override
    public String toString() {
        return "AddressWords[" + places.size() + "]";
    }
}
