package org.ancregistry.domain.matching;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
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
 * @param places skeletons of the parts that name a place: a village, a town
 * @param streets skeletons of the roads: every town has a Temple Road
 * @param houses house numbers
 * @param regions skeletons of the district or province
 */
record AddressWords(Set<String> places, Set<String> streets, Set<String> houses, Set<String> regions) {

    private static final Pattern PARTS = Pattern.compile("[,;\\n]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern LATIN = Pattern.compile("[A-Z]+");
    private static final Pattern HOUSE = Pattern.compile(
            "^[^\\p{L}\\p{N}]*(?:NO\\b)?[^\\p{L}\\p{N}]*([0-9]+[A-Z]?(?:\\s*[/-]\\s*[0-9]*[A-Z]?)*)(?=$|[^\\p{L}\\p{N}])");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\s*[/-]\\s*");
    private static final int POST_CODE = 5;
    private static final int LONG_WORD = 6;
    private static final Set<String> ROADS = Set.of(
            "ROAD",
            "RD",
            "LANE",
            "LN",
            "STREET",
            "ST",
            "AVENUE",
            "AVE",
            "CRESCENT",
            "DRIVE",
            "TERRACE",
            "COURT",
            "PLACE",
            "MAWATHA",
            "MW",
            "MAWATA",
            "PARA",
            "VEEDIYA",
            "VEETHI");
    private static final Pattern ROAD_WITHOUT_A_SPACE =
            Pattern.compile("(?<=\\p{L}{3})(?=(?:ROAD|LANE|STREET|MAWATHA|MAWATA)$)");
    private static final Set<String> EVERYWHERE = Set.of(
            "NO",
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
            "GARDENS",
            "COLONY");

    /** Empty when nothing in the address can be compared. */
    static Optional<AddressWords> of(@Nullable PostalAddress address) {
        if (address == null) {
            return Optional.empty();
        }
        var reading = new Reading(address);
        var words = new AddressWords(
                Set.copyOf(reading.places),
                Set.copyOf(reading.streets),
                Set.copyOf(reading.houses),
                Set.copyOf(reading.regions));
        return words.places.isEmpty() && words.streets.isEmpty() && words.regions.isEmpty()
                ? Optional.empty()
                : Optional.of(words);
    }

    /** Sorts the parts of an address. */
    private static final class Reading {

        private final Set<String> places = new HashSet<>();
        private final Set<String> streets = new HashSet<>();
        private final Set<String> houses = new HashSet<>();
        private final Set<String> regions = new HashSet<>();

        Reading(PostalAddress address) {
            parts(address.region()).forEach(part -> add(skeleton(words(part)), regions));
            Stream.of(address.text(), address.street(), address.locality())
                    .flatMap(text -> parts(text).stream())
                    .forEach(this::part);
            if (address.postalCode() != null) {
                places.add(address.postalCode().strip());
            }
            places.removeAll(regions);
        }

        private static List<String> parts(@Nullable String text) {
            return text == null
                    ? List.of()
                    : PARTS.splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFC)
                                    .toUpperCase(Locale.ROOT))
                            .toList();
        }

        private void part(String part) {
            var house = HOUSE.matcher(part);
            var rest = part;
            if (house.find()) {
                var number = BETWEEN_NUMBERS.matcher(house.group(1).strip()).replaceAll("/");
                (number.length() == POST_CODE && number.chars().allMatch(Character::isDigit) ? places : houses)
                        .add(number);
                rest = part.substring(house.end());
            }
            var words = words(rest);
            var road = lastRoad(words);
            if (road >= 0) {
                add(skeleton(words.subList(0, road)), streets);
                words = words.subList(road + 1, words.size());
            }
            add(skeleton(words), places);
        }

        private static int lastRoad(List<String> words) {
            for (var i = words.size() - 1; i > 0; i--) {
                if (isRoad(words.get(i))) {
                    return i;
                }
            }
            return -1;
        }

        private static boolean isRoad(String word) {
            return ROADS.contains(word)
                    || ROADS.stream().anyMatch(road -> road.length() >= LONG_WORD && Spelling.oneSlip(road, word));
        }

        private static List<String> words(String part) {
            return BETWEEN.splitAsStream(part)
                    .filter(word -> !word.isEmpty())
                    .flatMap(ROAD_WITHOUT_A_SPACE::splitAsStream)
                    .toList();
        }

        private static void add(String skeleton, Set<String> to) {
            if (!skeleton.isEmpty()) {
                to.add(skeleton);
            }
        }

        private static String skeleton(List<String> words) {
            return words.stream()
                    .filter(word -> !EVERYWHERE.contains(word) && !ROADS.contains(word))
                    .map(Reading::skeleton)
                    .collect(Collectors.joining());
        }

        private static String skeleton(String word) {
            var plain = Romanised.of(word, UnicodeScript.of(word.codePointAt(0)));
            return LATIN.matcher(plain).matches() ? Skeleton.of(plain) : word;
        }
    }

    /** Places that both have, a slip of the pen forgiven. */
    Set<String> sharedWith(AddressWords other) {
        return places.stream().filter(place -> isAmong(other.places, place)).collect(Collectors.toSet());
    }

    private static boolean isAmong(Set<String> words, String word) {
        return words.contains(word) || words.stream().anyMatch(candidate -> Spelling.nearSkeletons(word, candidate));
    }

    /** Whether both have that place, spelled the same. */
    boolean hasPlace(String place) {
        return places.contains(place);
    }

    /** Whether both say in which region they are and it is not the same one. */
    boolean inAnotherRegion(AddressWords other) {
        return !regions.isEmpty() && !other.regions.isEmpty() && !sameRegion(other);
    }

    boolean sameStreet(AddressWords other) {
        return streets.stream().anyMatch(street -> isAmong(other.streets, street));
    }

    boolean sameRegion(AddressWords other) {
        return regions.stream().anyMatch(other.regions::contains);
    }

    boolean hasHouse() {
        return !houses.isEmpty();
    }

    boolean hasStreet() {
        return !streets.isEmpty();
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
