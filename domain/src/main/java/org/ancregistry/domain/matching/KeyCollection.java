package org.ancregistry.domain.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ancregistry.domain.matching.NameWord.Role;

/** Collects the keys of one person. Each letter is a kind of key. */
final class KeyCollection {

    private static final int SHORTEST = 2;
    private static final int MOST_WORDS = 4;
    private static final int MOST_PLACES = 3;

    private final MatchPerson person;
    private final List<String> places;
    private final String year;
    private final Set<Long> births = new LinkedHashSet<>();
    private final Set<Long> others = new LinkedHashSet<>();
    private final Set<Long> numbers = new LinkedHashSet<>();
    private final Set<Long> shared = new LinkedHashSet<>();

    KeyCollection(MatchPerson person) {
        this.person = person;
        var address = person.address();
        places = address == null
                ? List.of()
                : address.places().stream().sorted().limit(MOST_PLACES).toList();
        var born = person.said().birthDate();
        year = born == null ? "" : Integer.toString(born.getYear());
    }

    private void add(String kind, String... parts) {
        others.add(hash(kind + '|' + String.join("|", parts)));
    }

    void numbers() {
        var nationalId = person.said().nationalId();
        if (nationalId != null) {
            numbers.add(hash("N|" + nationalId.whole()));
            numbers.add(hash("S|" + nationalId.serialPart()));
        }
        if (person.phone() != null) {
            var phone = hash("P|" + person.phone().lastNine());
            others.add(phone);
            shared.add(phone);
        }
    }

    Set<Long> strong() {
        var strong = new LinkedHashSet<>(births);
        strong.addAll(numbers);
        strong.addAll(shared);
        return strong;
    }

    /** The first of January stands for a year of which the day is not known: half a district shares it. */
    void birthDate() {
        var born = person.said().birthDate();
        if (born == null) {
            return;
        }
        if (isDay(born)) {
            births.add(hash("D|" + born));
        } else {
            person.areas().forEach(area -> add("J", year, area));
        }
    }

    /** In a year's women of one area a word is rare. Where only the year is known, it may be one off. */
    private void withAreas(String word) {
        var born = person.said().birthDate();
        if (born != null) {
            var off = isDay(born) ? 0 : 1;
            IntStream.rangeClosed(born.getYear() - off, born.getYear() + off)
                    .forEach(near -> person.areas().forEach(area -> add("A", Integer.toString(near), word, area)));
        }
    }

    private static boolean isDay(LocalDate born) {
        return born.getDayOfYear() != 1;
    }

    void name(NameWords name) {
        var words = words(name);
        for (var word : words) {
            withPlaces(word);
            withHouses(word);
            withBirthDate(word);
            withAreas(word);
        }
        pairs(words, this::pair);
        if (words.size() > 2) {
            triples(words);
        }
    }

    private static List<String> words(NameWords name) {
        var own = keys(name, false);
        return own.size() >= 2 ? own : keys(name, true);
    }

    private static List<String> keys(NameWords name, boolean withHouse) {
        return name.words().stream()
                .filter(word -> withHouse || word.role() != Role.HOUSE)
                .map(NameWord::key)
                .filter(key -> key.length() >= SHORTEST)
                .distinct()
                .sorted()
                .limit(MOST_WORDS)
                .toList();
    }

    private void withPlaces(String word) {
        for (var place : places) {
            if (!year.isEmpty()) {
                add("V", year, word, place);
            }
            add("L", word, place);
        }
    }

    private void withHouses(String word) {
        houses().forEach(house -> add("H", word, house));
    }

    private Set<String> houses() {
        var address = person.address();
        return address == null ? Set.of() : address.houses();
    }

    /** Her household: few live in one house. And her road, for who has no house number, or names another village. */
    void house() {
        var address = person.address();
        var roads = address == null ? Set.<String>of() : address.streets();
        houses().forEach(house -> places.forEach(place -> add("B", house, place)));
        roads.forEach(road -> places.forEach(place -> add("T", road, place)));
        roads.forEach(road -> houses().forEach(house -> add("T", road, house)));
    }

    /** A slip in the year or in the day; a woman who writes one word of her name has no pair of them to be found by. */
    private void withBirthDate(String word) {
        var born = person.said().birthDate();
        if (born != null && isDay(born)) {
            add("M", word, MonthDay.from(born).toString());
            add("Y", word, YearMonth.from(born).toString());
        }
    }

    private static void pairs(List<String> words, BiConsumer<String, String> use) {
        for (var i = 0; i < words.size(); i++) {
            for (var j = i + 1; j < words.size(); j++) {
                use.accept(words.get(i), words.get(j));
            }
        }
    }

    private void pair(String one, String other) {
        if (!year.isEmpty()) {
            var bornThatYear = hash(String.join("|", "W", one, other, year));
            others.add(bornThatYear);
            shared.add(bornThatYear);
        }
        places.forEach(place -> add("R", one, other, place));
        person.areas().forEach(area -> add("Q", one, other, area));
    }

    private void triples(List<String> words) {
        for (var i = 0; i < words.size(); i++) {
            var first = words.get(i);
            pairs(words.subList(i + 1, words.size()), (second, third) -> add("3", first, second, third));
        }
    }

    BlockingKeys keys() {
        return new BlockingKeys(births, others, numbers, strong());
    }

    /** 64 bits of FNV-1a, well mixed: among a million women's keys two different ones hardly ever fall together. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
